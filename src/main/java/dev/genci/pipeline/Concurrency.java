package dev.genci.pipeline;

import dev.genci.data.Value;

/**
 * Which runs of a workflow exclude each other.
 *
 * @param value a group, or a mapping
 */
public record Concurrency(Value value, Reason reason) {
    /** What it is there for. */
    public enum Reason {
        /** The manifest sets it. */
        ASKED,
        /** A newer push to a pull request cancels the run of the older one. */
        CANCELS_SUPERSEDED,
        /** Every run has its own group, so it has no effect. */
        ALONE,
        /** Every run has its own group: without one, the forge would cancel runs. */
        KEEPS_RUNS
    }
}
