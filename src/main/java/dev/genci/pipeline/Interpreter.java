package dev.genci.pipeline;

import dev.genci.data.InterpreterSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a job gets the interpreter that the variable {@code NOX_PYTHON} names. Equality is written out for the reason that
 * {@link dev.genci.data.Value} gives.
 *
 * @param source where it comes from
 * @param hidden whether a step of the manifest may have put another one before it on the {@code PATH}, so that it must be
 *     called by its path
 * @param noxPython the version that nox itself runs on where it cannot run on the session's
 */
public record Interpreter(
        InterpreterSource source, boolean hidden, @Nullable String noxPython) {
    /** Whether the word {@code python} may stand for another one. */
    public boolean mustBeNamed() {
        return hidden || noxPython != null;
    }

    /** Whether the step that sets it up puts out its exact release. */
    public boolean tellsItsRelease() {
        return source == InterpreterSource.SETUP_PYTHON;
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {source, hidden, noxPython};
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interpreter same && Arrays.equals(parts(), same.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }
}
