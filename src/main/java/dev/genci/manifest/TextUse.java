package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a key are, and so whether they may contain expressions. The key decides, not the text.
 *
 * @param place where the forge evaluates it; {@code null} where it evaluates nothing, or where that is the business of the
 *     keys inside
 */
public record TextUse(Kind kind, @Nullable ExpressionPlace place) {

    /** Kinds of texts. */
    public enum Kind {
        /** Prose, or a word that the schema or another rule checks. */
        FREE,
        /** A part of a name, a path or an argument that gen-ci writes: no expression. */
        PLAIN,
        /** Data that the forge evaluates: expressions between braces. */
        DATA,
        /** A script: an expression would be pasted in before the shell reads it, so none. */
        SCRIPT,
        /** One expression, with or without braces. */
        CONDITION,
        /** A list of steps: {@link StepKey} knows their texts. */
        STEPS,
        /** A list of calls: {@link CallKey} and {@link StepKey} know their texts. */
        CALLS,
        /** What is uploaded and downloaded: {@link UploadKey} knows the texts. */
        ARTIFACTS,
        /** Items of {@code include}: {@link SessionKey} knows the texts. */
        ROWS,
        /** How nox starts: {@link NoxKey} knows the texts. */
        NOX,
        /** The final job: {@link FinalJobKey} knows its texts. */
        FINAL_JOB,
        /** The events: what a called workflow leaves for its caller has expressions. */
        TRIGGERS,
        /** The targets by their names: {@link TargetKey} knows their texts. */
        TARGETS
    }

    static final TextUse FREE = new TextUse(Kind.FREE, null);
    static final TextUse PLAIN = new TextUse(Kind.PLAIN, null);
    static final TextUse SCRIPT = new TextUse(Kind.SCRIPT, null);
    static final TextUse STEPS = new TextUse(Kind.STEPS, null);
    static final TextUse CALLS = new TextUse(Kind.CALLS, null);
    static final TextUse ARTIFACTS = new TextUse(Kind.ARTIFACTS, null);
    static final TextUse ROWS = new TextUse(Kind.ROWS, null);
    static final TextUse NOX = new TextUse(Kind.NOX, null);
    static final TextUse FINAL_JOB = new TextUse(Kind.FINAL_JOB, null);
    static final TextUse TRIGGERS = new TextUse(Kind.TRIGGERS, null);
    static final TextUse TARGETS = new TextUse(Kind.TARGETS, null);

    static TextUse data(ExpressionPlace place) {
        return new TextUse(Kind.DATA, place);
    }

    static TextUse condition(ExpressionPlace place) {
        return new TextUse(Kind.CONDITION, place);
    }
}
