package dev.genci.pipeline;

/**
 * A job that must have ended before another one starts.
 *
 * @param job its id
 */
public record Edge(String job, Kind kind) {
    /** What the end must be like. */
    public enum Kind {
        /** It must have succeeded. */
        SUCCESS,
        /** It must have run: a failure does not keep the other job from running, but a skip does. */
        END,
        /** It only must not overlap: a failure does not keep the other job from running. */
        ORDER
    }
}
