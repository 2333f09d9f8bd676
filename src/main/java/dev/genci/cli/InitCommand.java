package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.init.FirstManifest;
import dev.genci.source.SourceFile;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a first manifest from what nox lists. */
final class InitCommand implements Verb {
    private static final String FROM = "--from";
    private static final String FORCE = "--force";
    private static final String STDOUT = "-";

    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.command("init", "Write a first manifest from what nox lists.")
                .addPositional(Options.positional("Default: sessions.yaml; - is standard output.", "MANIFEST"))
                .addOption(Options.text(
                        "Read what nox -l --json has printed (-: standard input). Default: run nox.", "FILE", FROM))
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
        FirstManifest made = FirstManifest.of(NoxfileOption.read(
                console, from == null ? "" : from, Project.of(path).folder(), List.of(), FROM + " "));
        Outcome<?> analysis = compiler.analyze(new SourceFile(name, made.text()));
        if (name.equals(STDOUT)) {
            console.print(made.text());
        } else {
            write(name, path, made.text());
            console.say(summary(name, made));
        }
        console.say(Diagnostic.sorted(analysis.diagnostics()), arguments.color());
        console.say(next(arguments, from, given));
        return analysis.hasErrors() ? ExitCode.NO : ExitCode.OK;
    }

    private static void refuse(Console console, List<String> names) {
        for (String name : names) {
            if (Files.exists(console.folder().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new Failure(ExitCode.NO, name + " is there already; to replace it, add " + FORCE);
            }
        }
    }

    private static String summary(String name, FirstManifest made) {
        return name + ": " + made.entries() + (made.entries() == 1 ? " session" : " sessions")
                + (made.nameless() == 0 ? "" : ", " + made.nameless() + " without a description");
    }

    /** What to do with it, in three lines. */
    private static String next(Arguments arguments, @Nullable String from, @Nullable String given) {
        String manifest = given == null || given.equals(STDOUT) ? "" : Arguments.word(given);
        String listing = from == null || from.equals(STDOUT)
                ? ""
                : "=" + Arguments.word(from).strip();
        return "1. Answer the questions in its comments.\n"
                + "2. Compare it with the noxfile after every change: " + arguments.command("gen-ci") + " lint "
                + NoxfileOption.NAME + listing + manifest + "\n"
                + "3. Write the workflow: " + arguments.command("gen-ci") + " -w" + manifest;
    }

    private static void write(String name, Path path, String text) {
        try {
            AtomicFile.write(name, path, text);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot write " + e.getMessage());
        }
    }
}
