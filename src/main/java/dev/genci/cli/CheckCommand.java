package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Drift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Compares the committed workflows with the generated ones. Writes nothing. */
final class CheckCommand implements Verb {
    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.addPins(
                Options.ofManifest("check", "Fail if a workflow is missing, out of date, edited or orphaned."));
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        return new Compilation(
                        compiler, console, arguments, Manifest::targets, false, all -> say(console, arguments, all))
                .then((files, committed) -> {
                    CheckReport report = new CheckReport(console, arguments, committed.project());
                    return report.print(drifts(files, committed), files);
                });
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
            drifts.add(Drift.orphan(orphan));
        }
        return drifts;
    }
}
