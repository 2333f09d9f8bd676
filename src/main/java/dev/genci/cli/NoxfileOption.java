package dev.genci.cli;

import dev.genci.noxfile.ListingProblem;
import dev.genci.noxfile.ListingReader;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxProcess;
import dev.genci.noxfile.ReportReader;
import dev.genci.source.SourceFile;
import dev.genci.source.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A listing of nox as input: of the nox that is found, or from a file, or from standard input. */
final class NoxfileOption {
    static final String NAME = "--noxfile";
    private static final String RUN = "";
    private static final String FILE = "nox-list.json";
    private static final String HOW = "nox -l --json -k 'not zzz' > " + FILE;

    private NoxfileOption() {}

    /** The option {@code --noxfile[=FILE]} of what compares with it. */
    static OptionSpec spec() {
        return spec("Also compare with the noxfile: run nox -l --json, or read what it printed from FILE (-: standard"
                + " input).");
    }

    /** The option {@code --noxfile[=FILE]}. */
    static OptionSpec spec(String description) {
        return OptionSpec.builder(NAME)
                .type(String.class)
                .arity("0..1")
                .paramLabel("FILE")
                .fallbackValue(RUN)
                .preprocessor(new OnlyAttached())
                .description(description)
                .build();
    }

    /** Leaves a separate word to the manifest: only {@code --noxfile=FILE} names a listing. */
    private static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        @SuppressWarnings("JdkObsolete") // picocli's
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec arg, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                args.push(RUN);
            }
            return false;
        }
    }

    /** Says on a terminal what takes so long. */
    private static void sayThatItTakesLong(Console console) {
        if (console.errIsTerminal()) {
            console.say("gen-ci: waiting for nox -l --json, which imports the noxfile");
        }
    }

    /**
     * The listing.
     *
     * @param name of a file; {@code -} for standard input, empty to run nox
     * @param folder in which nox runs
     * @param options of nox, such as those that name a noxfile
     * @param option that names a file, up to its value
     * @throws Failure when there is none, or it is wrong
     */
    static NoxListing read(Console console, String name, Path folder, List<String> options, String option) {
        try {
            if (name.isEmpty()) {
                return listed(
                        "the output of nox -l --json",
                        NoxProcess.list(folder, options, console.env(), () -> sayThatItTakesLong(console)));
            }
            SourceFile file = ManifestInput.other(console, name);
            return listed(file.name(), file.text());
        } catch (ListingProblem e) {
            if (e.isMissing()) {
                throw new Failure(
                        ExitCode.FILE,
                        e.getMessage() + "; where it works, run " + HOW + ", and pass " + option + FILE + " here");
            }
            throw new Failure(ExitCode.INPUT, VisibleText.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Adds the durations in a report of nox.
     *
     * @throws Failure when it cannot be read, or is none
     */
    static void readReport(Console console, String name, Map<String, List<Double>> measured) {
        SourceFile file = ManifestInput.other(console, name);
        try {
            ReportReader.read(file.text(), measured);
        } catch (ListingProblem e) {
            throw new Failure(ExitCode.INPUT, file.name() + " " + e.getMessage());
        }
    }

    private static NoxListing listed(String name, String text) throws ListingProblem {
        try {
            return ListingReader.read(text);
        } catch (ListingProblem e) {
            throw e.of(name);
        }
    }
}
