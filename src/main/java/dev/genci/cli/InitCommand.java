package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.init.FirstManifest;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import dev.genci.takeover.TakeOver;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a first manifest from what nox lists, and from the workflows that there are. */
final class InitCommand implements Verb {
    private static final String FROM = "--from";
    private static final String FORCE = "--force";
    private static final String WORKFLOW = "--workflow";
    private static final String STDOUT = "-";
    /** More checks than a person reads are counted. */
    private static final int MOST = 40;

    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.command("init", "Write a first manifest from what nox lists and from existing workflows.")
                .addPositional(Options.positional("Default: sessions.yaml; - is standard output.", "MANIFEST"))
                .addOption(Options.text(
                        "Read what nox -l --json has printed (-: standard input). Default: run nox.", "FILE", FROM))
                .addOption(OptionSpec.builder(WORKFLOW)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel("FILE")
                        .description(
                                "Take over this workflow, or those of this folder; may be repeated. Default: all here"
                                        + " that run nox.")
                        .build())
                .addOption(Options.flag("Replace a manifest that is there.", FORCE));
    }

    @Override
    public void prepare() {
        compiler.prepareToAnalyze();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String given = arguments.positional();
        String name = given == null ? ManifestInput.FOUND.get(0) : given;
        Path path = console.folder().resolve(name);
        if (!name.equals(STDOUT) && !arguments.has(FORCE)) {
            refuse(console, given == null ? ManifestInput.FOUND : List.of(name));
        }
        String from = arguments.text(FROM);
        Project project = Project.of(path);
        NoxListing listing =
                NoxfileOption.read(console, from == null ? "" : from, project.folder(), List.of(), FROM + " ");
        List<String> workflows = arguments.verb().matchedOptionValue(WORKFLOW, List.of());
        InitWorkflows.Result taken = new InitWorkflows(console, compiler, project, name).read(workflows, listing);
        console.say(taken.said(), arguments.color());
        int code = taken.made() == null
                ? first(console, arguments, name, path, FirstManifest.of(listing))
                : takeOver(console, arguments, name, path, taken.made());
        if (taken.made() == null && !workflows.isEmpty()) {
            console.say("Nothing to take over: none of these workflows runs nox, or gen-ci made them.");
        }
        console.say(next(arguments, from, given, taken.made() != null));
        if (taken.made() != null) {
            checks(console, taken.made());
        }
        return taken.unreadable() ? ExitCode.NO : code;
    }

    private int first(Console console, Arguments arguments, String name, Path path, FirstManifest made) {
        List<Diagnostic> diagnostics =
                compiler.analyze(new SourceFile(name, made.text())).diagnostics();
        out(
                console,
                name,
                path,
                made.text(),
                count(made.entries(), "session")
                        + (made.nameless() == 0 ? "" : ", " + made.nameless() + " without a description"));
        return said(console, arguments, diagnostics);
    }

    private static int takeOver(Console console, Arguments arguments, String name, Path path, TakeOver made) {
        out(
                console,
                name,
                path,
                made.text(),
                count(made.entries(), "session") + ", " + made.inCi() + " in CI, " + count(made.comments(), "comment")
                        + " to read");
        return said(console, arguments, made.judged().diagnostics());
    }

    private static int said(Console console, Arguments arguments, List<Diagnostic> diagnostics) {
        console.say(Diagnostic.sorted(diagnostics), arguments.color());
        return diagnostics.stream().anyMatch(Diagnostic::isError) ? ExitCode.NO : ExitCode.OK;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void out(Console console, String name, Path path, String text, String summary) {
        if (name.equals(STDOUT)) {
            console.print(text);
        } else {
            write(name, path, text);
            console.say(name + ": " + summary);
        }
    }

    private static void refuse(Console console, List<String> names) {
        for (String name : names) {
            if (Files.exists(console.folder().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new Failure(ExitCode.NO, name + " is there already; to replace it, add " + FORCE);
            }
        }
    }

    /** What to do with it, in three lines. */
    private static String next(Arguments arguments, @Nullable String from, @Nullable String given, boolean replaces) {
        String manifest = given == null || given.equals(STDOUT) ? "" : Arguments.word(given);
        String listing = from == null || from.equals(STDOUT)
                ? ""
                : "=" + Arguments.word(from).strip();
        String write = replaces ? "Replace the workflows: " : "Write the workflow: ";
        return "1. Answer the questions in its comments.\n"
                + "2. Compare it with the noxfile after every change: " + arguments.command("gen-ci") + " lint "
                + NoxfileOption.NAME + listing + manifest + "\n"
                + "3. " + write + arguments.command("gen-ci") + " -w" + (replaces ? " --force" : "") + manifest;
    }

    /** The checks that change, for branch protection and bots. */
    private static void checks(Console console, TakeOver made) {
        Set<String> gone = new TreeSet<>(made.before());
        gone.removeAll(made.after());
        Set<String> appear = new TreeSet<>(made.after());
        appear.removeAll(made.before());
        if (!made.after().isEmpty()) {
            console.say(listed("These checks vanish: ", gone) + "\n" + listed("These checks appear: ", appear));
        }
    }

    private static String listed(String head, Set<String> names) {
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(MOST, names.size()));
        String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        return head + (names.isEmpty() ? "none" : String.join(", ", shown) + more);
    }

    private static void write(String name, Path path, String text) {
        try {
            AtomicFile.write(name, path, text);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot write " + e.getMessage());
        }
    }
}
