package dev.genci.shell;

import dev.genci.shell.CommandLineModel.Command;
import dev.genci.shell.CommandLineModel.Kind;
import dev.genci.shell.CommandLineModel.Option;
import dev.genci.shell.CommandLineModel.Word;
import java.util.stream.Collectors;

/** Completion for fish 3 or newer, with descriptions. */
public final class FishCompletion {
    private static final String BEFORE_VERB = "__fish_use_subcommand";
    private static final String HEADER = """
            # Completion of gen-ci in fish:
            # gen-ci completion fish > ~/.config/fish/completions/gen-ci.fish
            """;

    private FishCompletion() {}

    /** The script. */
    public static String script(CommandLineModel line) {
        StringBuilder script = new StringBuilder(HEADER);
        for (Command verb : line.verbs()) {
            script.append("complete -c gen-ci -n %s -a %s -d %s\n"
                    .formatted(BEFORE_VERB, verb.name(), quoted(verb.summary())));
        }
        options(script, BEFORE_VERB, line.program());
        for (Command verb : line.verbs()) {
            String there = quoted("__fish_seen_subcommand_from " + verb.name());
            options(script, there, verb);
            argument(script, there, verb.argument());
        }
        return script.toString();
    }

    private static void options(StringBuilder script, String condition, Command command) {
        for (Option option : command.options()) {
            String names = option.names().stream()
                    .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .collect(Collectors.joining(" "));
            script.append("complete -c gen-ci -n %s %s%s -d %s\n"
                    .formatted(condition, names, value(option), quoted(option.summary())));
        }
    }

    /** {@code -x}: a value and no path; {@code -r}: a value; {@code -f}: no path. */
    private static String value(Option option) {
        Word word = option.value();
        String must = option.attached() ? "" : " -r";
        return switch (word.kind()) {
            case CHOICE -> " -x -a " + quoted(String.join(" ", word.choices()));
            case FILE -> must;
            case FOLDER -> " -x -a '(__fish_complete_directories)'";
            case TEXT -> " -x";
            case NOTHING -> "";
        };
    }

    private static void argument(StringBuilder script, String condition, Word word) {
        if (word.kind() == Kind.CHOICE) {
            script.append("complete -c gen-ci -n %s -f -a %s\n"
                    .formatted(condition, quoted(String.join(" ", word.choices()))));
        } else if (word.kind() != Kind.FILE && word.kind() != Kind.FOLDER) {
            script.append("complete -c gen-ci -n %s -f\n".formatted(condition));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
