package dev.genci.cli;

import dev.genci.cli.Console.ColorChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every verb, which stand before or after it. The root has them, the verbs inherit them. */
final class Common {
    @Option(
            names = "-C",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Change to this folder first, as git does.")
    private @Nullable Path directory;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "Colour messages: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ColorChoice color = ColorChoice.auto;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** The world, in the folder that was asked for. */
    Console in(Console console) {
        return directory == null ? console : console.in(directory);
    }

    ColorChoice color() {
        return color;
    }
}
