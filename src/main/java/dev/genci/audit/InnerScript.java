package dev.genci.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a shell that a command starts reads: {@code bash -ec 'nox -s lint'}, {@code eval}, a file.
 *
 * @param text the script itself; empty where it is in a file
 * @param file as it is written; empty where there is none
 * @param arguments that the script gets as {@code $1} and so on
 */
record InnerScript(String text, String file, List<Argument> arguments) {
    private static final Set<String> SHELLS = Set.of("bash", "sh", "dash", "zsh", "ash", "ksh");
    private static final Set<String> SOURCES = Set.of("source", ".");
    private static final Set<String> POWERSHELLS = Set.of("pwsh", "powershell", "pwsh.exe", "powershell.exe");
    /** Programs that hand the value of {@code -c} to a shell. */
    private static final Set<String> OTHERS = Set.of("su", "sg", "script", "runuser", "flock");
    /** Programs whose words are a script. */
    private static final Set<String> SCRIPTS = Set.of("eval", "iex", "invoke-expression");
    /** Long options of a shell with a value in the next word. */
    private static final Set<String> VALUED = Set.of("--rcfile", "--init-file");

    private static final InnerScript NONE = new InnerScript("", "", List.of());

    /** Copies the arguments. */
    InnerScript {
        arguments = List.copyOf(arguments);
    }

    /** The script that a program reads; {@code null} for a program that is no shell. */
    static @Nullable InnerScript of(String program, List<Argument> arguments) {
        String name = program.toLowerCase(Locale.ROOT);
        if (SHELLS.contains(name)) {
            return ofShell(arguments);
        }
        if (SOURCES.contains(name)) {
            return file(arguments, 0);
        }
        if (SCRIPTS.contains(name)) {
            return new InnerScript(joined(arguments), "", List.of());
        }
        if (POWERSHELLS.contains(name)) {
            return ofPowerShell(arguments);
        }
        if (name.equals("cmd") || name.equals("cmd.exe")) {
            return ofOption(arguments, "(?i)/[ck]", true);
        }
        return OTHERS.contains(name) ? ofOption(arguments, "-[A-Za-z]*c|--(session-)?command", false) : null;
    }

    /** Whether a command reads a script from its input: a shell without a file, also one that another program starts. */
    static boolean readsInput(String program, List<Argument> arguments) {
        InnerScript script = of(program, arguments);
        if (script != null) {
            return script.text.isEmpty() && script.file.isEmpty();
        }
        int last = arguments.size() - 1;
        while (last >= 0 && arguments.get(last).text().startsWith("-")) {
            last--;
        }
        return last >= 0
                && SHELLS.contains(Starter.base(arguments.get(last)))
                && readsInput(Starter.base(arguments.get(last)), arguments.subList(last + 1, arguments.size()));
    }

    /** Whether such a program gets a script, and not the words of a command. */
    static boolean isIn(String program, List<Argument> arguments) {
        InnerScript script = OTHERS.contains(program) ? of(program, arguments) : null;
        return script != null && !script.text.isEmpty();
    }

    /** Options end at the first other word: what follows belongs to the script. */
    private static InnerScript ofShell(List<Argument> arguments) {
        boolean command = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).text();
            boolean letters = word.matches("[-+][A-Za-z]+");
            if (word.equals("-")) {
                return NONE;
            }
            if (!letters && (!word.startsWith("--") || word.equals("--"))) {
                int at = word.equals("--") ? i + 1 : i;
                return command ? text(arguments, at) : file(arguments, at);
            }
            command |= letters && word.startsWith("-") && word.indexOf('c') > 0;
            i += letters && (word.endsWith("o") || word.endsWith("O")) || VALUED.contains(word) ? 1 : 0;
        }
        return NONE;
    }

    private static InnerScript ofPowerShell(List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).text().toLowerCase(Locale.ROOT);
            if (word.equals("-c") || word.equals("-command")) {
                return new InnerScript(joined(arguments.subList(i + 1, arguments.size())), "", List.of());
            }
            if (!word.startsWith("-") || word.equals("-f") || word.equals("-file")) {
                return file(arguments, word.startsWith("-") ? i + 1 : i);
            }
            i += word.equals("-executionpolicy") || word.equals("-ep") || word.equals("-workingdirectory") ? 1 : 0;
        }
        return NONE;
    }

    /** @param all whether every word behind the option is part of the script */
    private static InnerScript ofOption(List<Argument> arguments, String option, boolean all) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).text().matches(option)) {
                List<Argument> rest = arguments.subList(i + 1, arguments.size());
                return all ? new InnerScript(joined(rest), "", List.of()) : text(rest, 0);
            }
        }
        return NONE;
    }

    private static InnerScript text(List<Argument> words, int at) {
        // Of a script behind -c, the first argument is its name.
        return at < words.size()
                ? new InnerScript(words.get(at).text(), "", words.subList(Math.min(words.size(), at + 2), words.size()))
                : NONE;
    }

    private static InnerScript file(List<Argument> words, int at) {
        return at < words.size()
                ? new InnerScript("", words.get(at).text(), words.subList(at + 1, words.size()))
                : NONE;
    }

    private static String joined(List<Argument> words) {
        return words.stream().map(Argument::text).collect(Collectors.joining(" "));
    }
}
