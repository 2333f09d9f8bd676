package dev.genci.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * How a job gets the interpreter that the variable {@code NOX_PYTHON} names.
 *
 * @param source where it comes from
 * @param beside the version that nox itself runs on where it cannot run on the session's
 */
public record Interpreter(Source source, @Nullable String beside) {
    /** Where interpreters come from. */
    public enum Source {
        /** The action actions/setup-python. */
        SETUP_PYTHON,
        /** The action astral-sh/setup-uv. */
        UV,
        /** The runner's image. */
        SYSTEM
    }
}
