package dev.genci.cli;

import dev.genci.cli.Console.ColorChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What was said on the command line.
 *
 * @param root before the verb, or all of it where there is none
 * @param verb behind the verb
 */
record Arguments(ParseResult root, ParseResult verb) {

    /** Whether a flag was said. */
    boolean has(String option) {
        return verb.hasMatchedOption(option);
    }

    /** The value of an option. */
    @Nullable String text(String option) {
        return verb.matchedOptionValue(option, (String) null);
    }

    /** The argument that is no option. */
    @Nullable String positional() {
        return verb.matchedPositionalValue(0, (String) null);
    }

    /** When to use colours; said before or behind the verb. */
    ColorChoice color() {
        ColorChoice before = root.matchedOptionValue(Options.COLOR, ColorChoice.auto);
        return verb.matchedOptionValue(Options.COLOR, before);
    }

    /** The world, in the folder that was asked for before or behind the verb. */
    Console in(Console console) {
        String before = root.matchedOptionValue(Options.DIRECTORY, "");
        String behind = verb.matchedOptionValue(Options.DIRECTORY, before);
        return behind.isEmpty() ? console : console.in(Path.of(behind));
    }
}
