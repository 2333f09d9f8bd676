package dev.genci.shell;

import dev.genci.shell.CommandLineModel.Command;
import dev.genci.shell.CommandLineModel.Kind;
import dev.genci.shell.CommandLineModel.Option;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completion for bash 3.2 or newer. Words that it has no list for are completed as bash does by itself: as paths. */
public final class BashCompletion {
    private static final String SCRIPT = """
            # Completion of gen-ci in bash. Put into ~/.bashrc: eval "$(gen-ci completion bash)"
            _gen_ci() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb='' words='' i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        %s)
                            verb=${COMP_WORDS[i]}
                            break
                            ;;
                    esac
                done
                # Bash takes the "=" of "--format=json" for a word.
                if [[ $word == = ]]; then
                    word=''
                elif [[ $before == = ]]; then
                    before=${COMP_WORDS[COMP_CWORD-2]}
                fi
                case $verb:$before in
            %s    esac
                if [[ $word == -* ]]; then
                    case $verb in
            %s        esac
                fi
                # shellcheck disable=SC2207 # no word of these lists has a space
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o bashdefault -o default -F _gen_ci gen-ci
            """;

    private BashCompletion() {}

    /** The script. */
    public static String script(CommandLineModel line) {
        List<String> verbs = line.verbs().stream().map(Command::name).toList();
        StringBuilder options = new StringBuilder("            '') words='%s' ;;\n"
                .formatted(String.join(" ", line.program().optionNames())));
        for (Command verb : line.verbs()) {
            options.append(
                    "            %s) words='%s' ;;\n".formatted(verb.name(), String.join(" ", verb.optionNames())));
        }
        return SCRIPT.formatted(String.join(" | ", verbs), values(line, verbs), options);
    }

    /** The branches for what stands behind an option, then for the arguments of verbs, then for the verb. */
    private static String values(CommandLineModel line, List<String> verbs) {
        Map<String, Set<String>> patterns = new LinkedHashMap<>();
        for (Command verb : line.verbs()) {
            verb.options().forEach(option -> add(patterns, verb.name(), option));
        }
        line.program().options().forEach(option -> add(patterns, "", option));
        StringBuilder branches = new StringBuilder();
        patterns.forEach((words, all) ->
                branches.append("        %s) words='%s' ;;\n".formatted(String.join(" | ", all), words)));
        for (Command verb : line.verbs()) {
            if (verb.argument().kind() == Kind.CHOICE) {
                branches.append("        %s:*) words='%s' ;;\n"
                        .formatted(verb.name(), String.join(" ", verb.argument().choices())));
            }
        }
        return branches.append("        :*) words='%s' ;;\n".formatted(String.join(" ", verbs)))
                .toString();
    }

    /** Adds the patterns of an option with a value. No words: the value is a path, or nobody knows it. */
    private static void add(Map<String, Set<String>> patterns, String verb, Option option) {
        if (option.value().kind() != Kind.NOTHING && !option.attached()) {
            Set<String> all = patterns.computeIfAbsent(
                    String.join(" ", option.value().choices()), words -> new LinkedHashSet<>());
            option.names().forEach(name -> all.add(verb + ":" + name));
        }
    }
}
