package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;

/** The keys of the final job. A row each: its name, and the kind of its texts. */
enum FinalJobKey {
    /** Its name. */
    NAME("name", TextUse.PLAIN),
    /** What it is called in the pull request. */
    TITLE("title", TextUse.PLAIN),
    /** Where it runs. */
    RUNS_ON("runs-on", TextUse.data(ExpressionPlace.RUNS_ON));

    private final String key;
    private final TextUse texts;

    FinalJobKey(String key, TextUse texts) {
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
}
