package dev.genci.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artifact that each row of a session leaves.
 *
 * @param name absent: the row's
 * @param paths files, folders or patterns, relative to the workspace
 * @param condition when it is uploaded; absent: after a success
 * @param hiddenFiles whether files whose names begin with a dot count; absent: where a path names one
 * @param ifNoFilesFound {@code error}, {@code warn} or {@code ignore}; absent for the default
 * @param retentionDays how long it is kept; absent for the repository's setting
 * @param compressionLevel from 0 for none to 9 for the best; absent for the action's default
 */
public record Upload(
        @Nullable Located<String> name,
        List<Located<String>> paths,
        @Nullable Located<String> condition,
        @Nullable Boolean hiddenFiles,
        @Nullable String ifNoFilesFound,
        @Nullable Integer retentionDays,
        @Nullable Located<Integer> compressionLevel) {

    /** Whether a path is a pattern, for as many files as match. */
    public static boolean isPattern(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
    }
}
