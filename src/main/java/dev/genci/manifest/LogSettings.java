package dev.genci.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the calls of nox, besides the log that the forge shows.
 *
 * @param upload when the output is uploaded; absent: never
 * @param retentionDays how long it is kept; absent for the repository's setting
 * @param report whether nox's own report is shown and uploaded, and asked whether a session ran at all
 */
public record LogSettings(@Nullable When upload, @Nullable Integer retentionDays, boolean report) {
    private static final String OF_LOGS = "ci-logs-";
    private static final String OF_REPORTS = "ci-report-";

    /** What names of artifacts with logs, or with reports alone, begin with; no other name begins so, whatever its case. */
    public static final List<String> PREFIXES = List.of(OF_LOGS, OF_REPORTS);

    /** What the name of the artifact begins with. */
    public String prefix() {
        return upload == null ? OF_REPORTS : OF_LOGS;
    }

    /** When the output is uploaded. */
    public enum When {
        /** Where the session, or a step before it, did not succeed. */
        FAILURE,
        /** In every run. */
        ALWAYS
    }
}
