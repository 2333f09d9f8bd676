package dev.genci.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How nox is installed and called.
 *
 * @param version exact
 * @param packages requirements installed together with nox
 * @param python the interpreter of sessions that name none, and of nox where it cannot run on the session's
 * @param backend passed on as {@code --default-venv-backend}; absent: the noxfile decides
 * @param args options of every call, before {@code -s}
 * @param useless its keys that mean nothing, because the project brings its own nox
 */
public record NoxSettings(
        Located<String> version,
        List<Located<String>> packages,
        Located<String> python,
        @Nullable String backend,
        List<Located<String>> args,
        List<Located<String>> useless) {
    /** The release that is installed when the manifest names none. */
    public static final String DEFAULT_VERSION = "2026.10.20";
    /** The interpreter when the manifest names none. */
    public static final String DEFAULT_PYTHON = "3.13";
}
