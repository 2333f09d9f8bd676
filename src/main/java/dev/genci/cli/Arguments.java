package dev.genci.cli;

import dev.genci.cli.Console.ColorChoice;
import dev.genci.source.VisibleText;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * The arguments of the command line.
 *
 * @param root before the verb, or all of it where there is none
 * @param verb those after the verb
 * @param one of several manifests, whose turn it is
 */
record Arguments(
        ParseResult root, ParseResult verb, @Nullable String one) {

    Arguments(ParseResult root, ParseResult verb) {
        this(root, verb, null);
    }

    /** The same with one of the manifests. */
    Arguments of(String manifest) {
        return new Arguments(root, verb, manifest);
    }

    /** The manifests, of a verb that takes several. */
    List<String> manifests() {
        return one == null ? verb.matchedPositionalValue(0, List.of()) : List.of(one);
    }

    /** Whether a flag is set. */
    boolean has(String option) {
        return verb.hasMatchedOption(option);
    }

    /** The value of an option. */
    @Nullable String text(String option) {
        return verb.matchedOptionValue(option, (String) null);
    }

    /** The argument that is no option. */
    @Nullable String positional() {
        if (one != null) {
            return one;
        }
        Object value = verb.matchedPositionalValue(0, null);
        return value instanceof List<?> list ? (String) list.get(0) : (String) value;
    }

    /** When to use colours; set before or after the verb. */
    ColorChoice color() {
        ColorChoice before = root.matchedOptionValue(Options.COLOR, ColorChoice.auto);
        return verb.matchedOptionValue(Options.COLOR, before);
    }

    /** The console, in the folder that is set before or after the verb. */
    Console in(Console console) {
        return directory().isEmpty() ? console : console.in(Path.of(directory()));
    }

    /** What names of files below the chosen folder begin with where gen-ci was started; ends with {@code /} unless empty. */
    String prefix() {
        String folder = directory();
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    private String directory() {
        String before = root.matchedOptionValue(Options.DIRECTORY, "");
        return verb.matchedOptionValue(Options.DIRECTORY, before);
    }

    /** A command to suggest, of gen-ci or git, in the chosen folder. */
    String command(String program) {
        return program + (directory().isEmpty() ? "" : " -C" + word(directory()));
    }

    /**
     * The command that was run, without a flag.
     *
     * @param name of the verb
     */
    String without(String flag, String name) {
        StringBuilder command = new StringBuilder(command("gen-ci")).append(' ').append(name);
        boolean isFolder = false;
        for (String each : verb.originalArgs()) {
            boolean left = isFolder || each.equals(flag) || each.startsWith(Options.DIRECTORY);
            isFolder = each.equals(Options.DIRECTORY);
            command.append(left ? "" : word(each));
        }
        return command.toString();
    }

    /** The manifest that was named, as an argument of a command to suggest; empty where none was. */
    String manifest() {
        String name = positional();
        return name == null ? "" : word(name);
    }

    /** A word of a command, with a space before it. */
    static String word(String text) {
        boolean plain = text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./~:=,@%+".indexOf(c) >= 0);
        if (plain) {
            return " " + text;
        }
        boolean visible = VisibleText.of(text).equals(text) && text.indexOf('\n') < 0 && text.indexOf('\t') < 0;
        return visible ? " '" + text.replace("'", "'\\''") + "'" : " $'" + escaped(text) + "'";
    }

    /** As bash reads it in {@code $'…'}. */
    private static String escaped(String text) {
        String quoted = VisibleText.of(text.replace("\\", "\\\\").replace("'", "\\'"));
        return quoted.replace("\n", "\\n").replace("\t", "\\t");
    }
}
