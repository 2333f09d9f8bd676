package dev.genci.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a shell that a command starts reads: {@code bash -ec 'nox -s lint'}, {@code eval}, a file. */
final class InnerScript {
    private static final Set<String> SHELLS = Set.of("bash", "sh", "dash", "zsh", "ash", "source", ".");
    /** Programs that hand a script to a shell. */
    private static final Set<String> OTHERS = Set.of("su", "sg", "script");

    private InnerScript() {}

    /** Whether a program reads scripts. */
    static boolean isShell(String program) {
        return SHELLS.contains(program);
    }

    /** The script among the arguments of a program; {@code null} where there is none. */
    static @Nullable String of(String program, List<Argument> arguments) {
        if (program.equals("eval")) {
            return arguments.stream().map(Argument::text).collect(Collectors.joining(" "));
        }
        if (isShell(program) || OTHERS.contains(program)) {
            for (int i = 0; i + 1 < arguments.size(); i++) {
                // Flags of a shell may be one word, and options may stand between them and the script.
                if (arguments.get(i).text().matches("-[A-Za-z]*c|--command")) {
                    return next(arguments.subList(i + 1, arguments.size()));
                }
            }
        }
        return null;
    }

    private static @Nullable String next(List<Argument> arguments) {
        return arguments.stream()
                .map(Argument::text)
                .filter(text -> !text.startsWith("-"))
                .findFirst()
                .orElse(null);
    }

    /** The file that a shell reads; empty where there is none. */
    static String file(List<Argument> arguments) {
        String file = next(arguments);
        return file == null ? "" : file;
    }
}
