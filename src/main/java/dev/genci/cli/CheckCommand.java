package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Drift;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Compares the committed workflows with what the manifest gives. It never writes. */
final class CheckCommand implements Verb {
    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.ofManifest(
                        "check", "Fail when a workflow is missing, out of date, edited, or no longer asked for.")
                .addOption(Options.freshPins());
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        return new Compilation(compiler, console, arguments, Manifest::targets, all -> say(console, arguments, all))
                .then((files, committed) -> report(console, drifts(files, committed), committed.project(), arguments));
    }

    /** Warnings are for those who write, not for those who check. */
    private static void say(Console console, Arguments arguments, List<Diagnostic> diagnostics) {
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            console.say(diagnostics, arguments.color());
        }
    }

    private static List<Drift> drifts(List<EmittedFile> files, CommittedFiles committed) throws IOException {
        List<Drift> drifts = new ArrayList<>();
        for (EmittedFile file : files) {
            drifts.add(Drift.of(file.path(), committed.read(file.path()), file.text()));
        }
        List<String> claimed = files.stream().map(EmittedFile::path).toList();
        for (String orphan : committed.orphans(claimed)) {
            drifts.add(new Drift(orphan, Drift.State.ORPHANED, ""));
        }
        return drifts;
    }

    private static int report(Console console, List<Drift> drifts, Project project, Arguments arguments) {
        StringBuilder out = new StringBuilder();
        boolean write = false;
        boolean force = false;
        StringBuilder remove = new StringBuilder();
        for (Drift drift : drifts) {
            out.append(drift.path()).append(": ");
            switch (drift.state()) {
                case CURRENT -> out.append("current\n");
                case DIFFERS -> {
                    out.append("differs from what the manifest gives\n").append(drift.diff());
                    write = true;
                }
                case FOREIGN -> {
                    out.append("differs from what the manifest gives, and was not made by gen-ci\n");
                    out.append(drift.diff());
                    write = true;
                    force = true;
                }
                case MISSING -> {
                    out.append("missing\n");
                    write = true;
                }
                case ORPHANED -> {
                    out.append("orphaned: made by gen-ci, but no target asks for it\n");
                    Path path = console.folder().relativize(project.resolve(drift.path()));
                    remove.append(Arguments.word(path.toString()));
                }
            }
        }
        if (write) {
            out.append("To mend it, run: ").append(arguments.command("gen-ci")).append(" -w");
            out.append(force ? " --force" : "");
            out.append(arguments.has(Options.FRESH_PINS) ? " " + Options.FRESH_PINS : "");
            out.append(arguments.manifest()).append('\n');
        }
        if (!remove.isEmpty()) {
            out.append("To remove what is orphaned, run: ")
                    .append(arguments.command("git"))
                    .append(" rm");
            out.append(remove).append('\n');
        }
        console.print(out.toString());
        return write || !remove.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }
}
