package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;

/** The keys of {@code nox} that a session has, too: those of the top level are its defaults. A row each, as in {@link SessionKey}. */
enum NoxKey {
    /** The words that start nox. */
    COMMAND("command", TextUse.PLAIN),
    /** Steps that make it available. */
    SETUP("setup", TextUse.STEPS),
    /** Variables of the step that runs it. */
    ENV("env", TextUse.data(ExpressionPlace.STEP_ENV));

    private final String key;
    private final TextUse texts;

    NoxKey(String key, TextUse texts) {
        this.key = key;
        this.texts = texts;
    }

    /** As the manifest writes it. */
    String key() {
        return key;
    }

    /** What its texts are. */
    TextUse texts() {
        return texts;
    }

    /** Whether a session has a key of {@code nox}, too. */
    static boolean has(String name) {
        for (NoxKey key : values()) {
            if (key.key.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
