package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import org.jspecify.annotations.Nullable;

/** The keys of a step of the manifest, all copied as they are. One row each: its name, and the kind of its texts. */
public enum StepKey {
    /** Its id. */
    ID("id", TextUse.PLAIN),
    /** Its name. */
    NAME("name", TextUse.PLAIN),
    /** When it runs. */
    IF("if", TextUse.condition(ExpressionPlace.STEP_IF)),
    /** Its action. */
    USES("uses", TextUse.PLAIN),
    /** The inputs of its action. */
    WITH("with", TextUse.data(ExpressionPlace.STEP_WITH)),
    /** Its script. */
    RUN("run", TextUse.SCRIPT),
    /** What reads its script. */
    SHELL("shell", TextUse.PLAIN),
    /** The folder of its script. */
    WORKING_DIRECTORY("working-directory", TextUse.PLAIN),
    /** Its variables. */
    ENV("env", TextUse.data(ExpressionPlace.STEP_ENV)),
    /** Whether the job goes on after its failure. */
    CONTINUE_ON_ERROR("continue-on-error", TextUse.data(ExpressionPlace.STEP_CONTINUE_ON_ERROR)),
    /** When it is stopped. */
    TIMEOUT_MINUTES("timeout-minutes", TextUse.data(ExpressionPlace.STEP_TIMEOUT_MINUTES));

    private final String key;
    private final TextUse texts;

    StepKey(String key, TextUse texts) {
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
    static @Nullable StepKey of(String name) {
        for (StepKey key : values()) {
            if (key.key.equals(name)) {
                return key;
            }
        }
        return null;
    }
}
