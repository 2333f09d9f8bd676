package dev.genci.pipeline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How nox is called, before the sessions. Equality is written out for the reason that {@link dev.genci.data.Value} gives.
 *
 * @param command the words that start it
 * @param backend the default backend to pass on
 * @param args other options
 * @param force whether to force the interpreter
 */
public record NoxOptions(String command, @Nullable String backend, List<String> args, boolean force) {

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {command, backend, args, force};
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoxOptions same && Arrays.equals(parts(), same.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }
}
