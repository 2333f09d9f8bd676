package dev.genci.shell;

import dev.genci.shell.CommandLineModel.Command;
import dev.genci.shell.CommandLineModel.Option;
import dev.genci.shell.CommandLineModel.Word;

/** Completion for zsh, with descriptions. */
public final class ZshCompletion {
    private static final String SCRIPT = """
            #compdef gen-ci
            # Completion of gen-ci in zsh. Put into a file named _gen-ci in a folder of $fpath, or into ~/.zshrc,
            # after compinit: eval "$(gen-ci completion zsh)"
            _gen-ci() {
                local curcontext=$curcontext state line ret=1
                local -a verbs=(
            %s    )
                local -A opt_args
                _arguments -C \\
            %s        '1: :->first' \\
                    '*:: :->rest' && ret=0
                case $state in
                    first)
                        _describe -t commands command verbs && ret=0
                        _files && ret=0
                        ;;
                    rest)
                        case $line[1] in
            %s            esac
                        ;;
                esac
                return ret
            }
            if [[ ${funcstack[1]} == _gen-ci ]]; then _gen-ci "$@"; else compdef _gen-ci gen-ci; fi
            """;

    private ZshCompletion() {}

    /** The script. */
    public static String script(CommandLineModel line) {
        StringBuilder verbs = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        for (Command verb : line.verbs()) {
            verbs.append("        %s\n".formatted(quoted(verb.name() + ":" + verb.summary())));
            rest.append("                %s)\n                    _arguments \\\n".formatted(verb.name()));
            rest.append(options(verb, "                        "));
            rest.append("                        %s && ret=0\n                    ;;\n"
                    .formatted(argument(verb.argument())));
        }
        return SCRIPT.formatted(verbs, options(line.program(), "        "), rest);
    }

    private static String options(Command command, String indent) {
        StringBuilder lines = new StringBuilder();
        for (Option option : command.options()) {
            String excluded = "(" + String.join(" ", option.names()) + ")";
            for (String name : option.names()) {
                String value = value(option.value());
                boolean isLong = name.startsWith("--");
                // "=" takes both forms of a long option, "=-" only the attached one; "+" both of a short one.
                String form = value.isEmpty() ? "" : option.attached() ? "=-" : isLong ? "=" : "+";
                String optional = option.attached() ? ":" + value : value;
                lines.append(indent)
                        .append(quoted(excluded + name + form + "[" + escaped(option.summary()) + "]" + optional))
                        .append(" \\\n");
            }
        }
        return lines.toString();
    }

    private static String value(Word word) {
        return word.kind() == CommandLineModel.Kind.NOTHING ? "" : ":" + word.label() + ":" + action(word);
    }

    private static String argument(Word word) {
        return word.kind() == CommandLineModel.Kind.NOTHING
                ? "'*: :'"
                : quoted("1:" + word.label() + ":" + action(word));
    }

    private static String action(Word word) {
        return switch (word.kind()) {
            case CHOICE -> "(" + String.join(" ", word.choices()) + ")";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case TEXT, NOTHING -> " ";
        };
    }

    private static String escaped(String text) {
        return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
