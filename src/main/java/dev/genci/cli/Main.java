package dev.genci.cli;

import dev.genci.diagnostic.Suggestion;
import dev.genci.source.VisibleText;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point: parses the arguments, runs the verb, and turns failures into exit codes. */
public final class Main {
    private static final int TRACE = 5;
    private static final int USAGE_WIDTH = 100;

    /** Set by the launcher to what it wants to hear in place of 1, with which a Java ends that cannot start. */
    private static final String NO = "gen-ci.no";

    private Main() {}

    /** Runs the arguments and ends the process. */
    public static void main(String[] args) {
        int code = run(Console.ofProcess(), args);
        // Returning also ends the process, and faster: System.exit looks for a logger first.
        if (code != ExitCode.OK) {
            System.exit(code == ExitCode.NO ? Integer.getInteger(NO, code) : code);
        }
    }

    /**
     * Runs the arguments in a world.
     *
     * @return the exit code
     */
    static int run(Console console, String... args) {
        try {
            return execute(console, args);
        } catch (Failure failure) {
            if (!String.valueOf(failure.getMessage()).isEmpty()) {
                console.say("gen-ci: " + failure.getMessage());
            }
            return failure.exitCode();
        } catch (InvalidPathException e) {
            console.say("gen-ci: " + unusable(e));
            return ExitCode.FILE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return bug(console, e);
        }
    }

    private static int execute(Console console, String[] args) {
        List<String> words = Arrays.asList(args);
        boolean help = words.contains("-h") || words.contains("--help");
        Verb first = words.isEmpty() || help ? null : Verbs.of(words.get(0));
        // If the first argument is a verb, it is the verb; else options may come before the verb, or there is none.
        return first == null
                ? execute(console, new GenerateCommand("gen-ci"), verbs(words, help), args)
                : execute(console, first, Map.of(), Arrays.copyOfRange(args, 1, args.length));
    }

    private static int execute(Console console, Verb root, Map<String, Verb> verbs, String[] args) {
        boolean known = verbs.isEmpty();
        if (known) {
            root.prepare();
        }
        CommandLine line = new CommandLine(root.spec());
        verbs.forEach((name, verb) -> line.addSubcommand(name, verb.spec()));
        line.setUsageHelpWidth(USAGE_WIDTH);
        try {
            ParseResult before = line.parseArgs(args);
            ParseResult behind = before.hasSubcommand() ? before.subcommand() : before;
            CommandLine chosen = behind.commandSpec().commandLine();
            if (chosen.isUsageHelpRequested() || line.isUsageHelpRequested()) {
                console.print(chosen.getUsageMessage());
                return ExitCode.OK;
            }
            if (line.isVersionHelpRequested()) {
                console.print("gen-ci " + version() + "\n");
                return ExitCode.OK;
            }
            if (before != behind) {
                refuseBefore(before, behind.commandSpec().name());
            }
            Arguments arguments = new Arguments(before, behind);
            Verb verb = verbs.getOrDefault(behind.commandSpec().name(), root);
            if (!known) {
                verb.prepare();
            }
            return verb.run(arguments.in(console), arguments);
        } catch (ParameterException e) {
            console.say("gen-ci: " + (e instanceof UnmatchedArgumentException u ? tooMuch(u, args) : e.getMessage()));
            console.say("Try: gen-ci --help");
            return ExitCode.USAGE;
        }
    }

    /** Before a verb stands only what every verb knows; anything else would be passed over in silence. */
    private static void refuseBefore(ParseResult before, String verb) {
        for (OptionSpec option : before.matchedOptions()) {
            if (!option.shortestName().equals(Options.DIRECTORY)
                    && !option.longestName().equals(Options.COLOR)) {
                throw new Failure(
                        ExitCode.USAGE,
                        "\"" + option.longestName() + "\" has no effect before \"" + verb
                                + "\": write options after the verb");
            }
        }
        String word = new Arguments(before, before).positional();
        if (word != null) {
            throw new Failure(
                    ExitCode.USAGE, "unexpected argument \"" + word + "\" before \"" + verb + "\"" + Verbs.hint(word));
        }
    }

    /** The message for an unknown option or a superfluous argument: the argument before it may be a mistyped verb. */
    private static String tooMuch(UnmatchedArgumentException e, String[] args) {
        String word = e.getUnmatched().get(0);
        if (word.startsWith("-")) {
            Set<String> known = e.getCommandLine().getCommandSpec().optionsMap().keySet();
            String help = word.startsWith("--")
                    ? Suggestion.didYouMean(word, known)
                    : word.equals("-v") ? "gen-ci lint shows the notes" : null;
            return "unknown option \"" + word + "\"" + (help == null ? "" : "; " + help);
        }
        return "unexpected argument \"" + word + "\"" + Verbs.hint(args[0]);
    }

    /** Only the verbs that the arguments can mean; all of them for the help. */
    private static Map<String, Verb> verbs(List<String> words, boolean help) {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        for (String name : Verbs.NAMES) {
            Verb verb = help || words.contains(name) ? Verbs.of(name) : null;
            if (verb != null) {
                verbs.put(name, verb);
            }
        }
        return verbs;
    }

    /** Java asks the locale how the name of a file is written, and an unknown locale writes ASCII only. */
    private static String unusable(InvalidPathException e) {
        boolean ascii = e.getInput().chars().allMatch(c -> c < 0x80);
        return "cannot use the path \"" + VisibleText.of(e.getInput()) + "\": " + e.getReason()
                + (ascii ? "" : "; set LC_ALL to an installed UTF-8 locale, such as C.UTF-8");
    }

    private static int bug(Console console, Throwable e) {
        console.say(report(e));
        return ExitCode.BUG;
    }

    /** What to say of a crash. */
    static String report(Throwable e) {
        StringBuilder lines = new StringBuilder(
                "gen-ci: this is a bug in gen-ci, not in your manifest. Please report it with these lines:");
        lines.append("\n  gen-ci " + version() + ", Java " + Runtime.version() + ": " + e);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause != e) {
                lines.append("\n  caused by " + cause);
            }
            Arrays.stream(cause.getStackTrace()).limit(TRACE).forEach(frame -> lines.append("\n    at " + frame));
        }
        return lines.toString();
    }

    /** The version that Maven put into the jar. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
