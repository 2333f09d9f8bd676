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
 * @param builds whether some interpreter's name has a build, which nox does not know
 * @param logged whether its output goes into a file, too
 * @param report the file for its report, in the folder for temporary files; absent for none
 * @param shell that calls it; absent for the runner's
 * @param directory in which it is called, relative to the workspace; absent for the workspace itself
 */
public record NoxOptions(
        String command,
        @Nullable String backend,
        List<String> args,
        boolean force,
        boolean builds,
        boolean logged,
        @Nullable String report,
        @Nullable String shell,
        @Nullable String directory) {

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {command, backend, args, force, builds, logged, report, shell, directory};
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
