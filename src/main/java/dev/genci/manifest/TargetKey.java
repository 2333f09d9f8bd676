package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import org.jspecify.annotations.Nullable;

/** The keys of a target, one row each: its name, and the kind of its texts. */
public enum TargetKey {
    /** The path of the workflow. */
    FILE("file", TextUse.PLAIN),
    /** The runner of sessions that name none, or a map of labels. */
    RUNS_ON("runs-on", TextUse.data(ExpressionPlace.RUNS_ON)),
    /** How a job gets its interpreter. */
    PYTHON_SETUP("python-setup", TextUse.PLAIN),
    /** Whether its jobs have caches; no text. */
    CACHE("cache", TextUse.PLAIN),
    /** Whether steps may be shared by anchors; no text. */
    ANCHORS("anchors", TextUse.PLAIN),
    /** The version of the actions that bring files from job to job. */
    ARTIFACTS("artifacts", TextUse.PLAIN);

    private final String key;
    private final TextUse texts;

    TargetKey(String key, TextUse texts) {
        this.key = key;
        this.texts = texts;
    }

    /** As the manifest writes it. */
    public String key() {
        return key;
    }

    /** What its texts are. */
    public TextUse texts() {
        return texts;
    }

    /** The key of a name; {@code null} for one that the schema refuses. */
    static @Nullable TargetKey of(String name) {
        for (TargetKey key : values()) {
            if (key.key.equals(name)) {
                return key;
            }
        }
        return null;
    }
}
