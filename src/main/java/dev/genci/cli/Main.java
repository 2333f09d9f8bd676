package dev.genci.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program. */
public final class Main {
    private static final int TRACE = 5;

    private Main() {}

    /** Runs the arguments and ends the process. */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /**
     * Runs the arguments in a world.
     *
     * @return the exit code
     */
    static int run(Console console, String... args) {
        try {
            CommandLine line = commandLine(console, args);
            return execute(console, line, args);
        } catch (Stop stop) {
            if (!String.valueOf(stop.getMessage()).isEmpty()) {
                console.say("gen-ci: " + stop.getMessage());
            }
            return stop.exitCode();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return bug(console, e);
        }
    }

    private static int execute(Console console, CommandLine line, String[] args) {
        try {
            CommandLine.ParseResult result = line.parseArgs(args);
            CommandLine verb =
                    result.hasSubcommand() ? result.subcommand().commandSpec().commandLine() : line;
            if (verb.isUsageHelpRequested()) {
                console.print(verb.getUsageMessage());
                return ExitCode.OK;
            }
            if (line.isVersionHelpRequested()) {
                console.print("gen-ci " + Version.text() + "\n");
                return ExitCode.OK;
            }
            return ((Verb) verb.getCommand()).run();
        } catch (ParameterException e) {
            console.say("gen-ci: " + e.getMessage());
            console.say("Try: gen-ci --help");
            return ExitCode.USAGE;
        }
    }

    /** With only the verbs that the arguments can mean. */
    private static CommandLine commandLine(Console console, String[] args) {
        Common common = new Common();
        CommandLine line = new CommandLine(new GenerateCommand.Root(console, common));
        List<String> words = Arrays.asList(args);
        boolean whole = words.contains("-h") || words.contains("--help");
        Verbs.all().forEach((name, verb) -> {
            if (whole || words.contains(name)) {
                line.addSubcommand(name, verb.apply(console, common));
            }
        });
        return line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpWidth(100);
    }

    private static int bug(Console console, Throwable e) {
        console.say("gen-ci: this is a bug in gen-ci, not in your manifest. Please report it with these lines:");
        console.say("  gen-ci " + Version.text() + ", Java " + Runtime.version() + ": " + e);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause != e) {
                console.say("  caused by " + cause);
            }
            Arrays.stream(cause.getStackTrace()).limit(TRACE).forEach(frame -> console.say("    at " + frame));
        }
        return ExitCode.BUG;
    }

    /** A command. */
    interface Verb {
        /** Does it, and gives the exit code. */
        int run();
    }

    /** The version that Maven put into the jar. */
    static final class Version {
        private Version() {}

        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(development)" : version;
        }
    }
}
