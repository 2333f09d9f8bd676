package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;

/** The keys of an upload whose texts the forge evaluates. A row each: its name, what its texts are. */
enum UploadKey {
    /** The files. */
    PATH("path", TextUse.data(ExpressionPlace.STEP_WITH)),
    /** When it is uploaded. */
    IF("if", TextUse.condition(ExpressionPlace.STEP_IF));

    private final String key;
    private final TextUse texts;

    UploadKey(String key, TextUse texts) {
        this.key = key;
        this.texts = texts;
    }

    /** What the texts of a key are. */
    static TextUse texts(String name) {
        for (UploadKey key : values()) {
            if (key.key.equals(name)) {
                return key.texts;
            }
        }
        return TextUse.PLAIN;
    }
}
