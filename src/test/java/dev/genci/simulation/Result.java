package dev.genci.simulation;

import java.util.Collection;
import java.util.Locale;

/** How a job or one of its rows ended. */
public enum Result {
    /** It ran, and all went well. */
    SUCCESS,
    /** It ran, and something went wrong. */
    FAILURE,
    /** It was stopped, e.g. because it ran out of time. */
    CANCELLED,
    /** It did not run. */
    SKIPPED;

    /** As expressions spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The result of a job of several rows. */
    public static Result of(Collection<Result> rows) {
        if (rows.contains(FAILURE)) {
            return FAILURE;
        }
        if (rows.contains(CANCELLED)) {
            return CANCELLED;
        }
        return rows.contains(SKIPPED) ? SKIPPED : SUCCESS;
    }
}
