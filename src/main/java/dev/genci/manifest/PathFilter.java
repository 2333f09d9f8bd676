package dev.genci.manifest;

import java.util.List;

/**
 * The files of which one must have changed for a session to run: {@code paths} or {@code paths-ignore}.
 *
 * @param key as it is written
 * @param patterns as in the filters of events, relative to the repository
 */
public record PathFilter(SessionKey key, List<Located<String>> patterns) {
    /** Whether it names the files that do not count. */
    public boolean ignores() {
        return key == SessionKey.PATHS_IGNORE;
    }
}
