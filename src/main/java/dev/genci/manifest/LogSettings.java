package dev.genci.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of the calls of nox, besides the log that the forge shows.
 *
 * @param upload when the output is uploaded; absent: never
 * @param retentionDays how long it is kept; absent for the repository's setting
 * @param report whether nox's own report is shown and uploaded, and asked whether a session ran at all
 */
public record LogSettings(@Nullable When upload, @Nullable Integer retentionDays, boolean report) {

    /** When the output is uploaded. */
    public enum When {
        /** Where the session, or a step before it, did not succeed. */
        FAILURE,
        /** In every run. */
        ALWAYS
    }
}
