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
    private static final String PATCH = "patch";
    private static final List<String> FORMATS = List.of("text", "json", "sarif", "github", PATCH);

    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.addPins(
                Options.ofManifests("check", "Fail if a workflow is missing, out of date, edited or orphaned.")
                        .addOption(Options.format(FORMATS)));
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String format = Options.format(arguments, FORMATS);
        if (arguments.manifests().size() > 1) {
            boolean text = format.equals(FORMATS.get(0));
            Several several =
                    new Several(compiler, console, arguments, name -> console.print(text ? name + ":\n" : ""));
            return several.run(one -> run(console, one));
        }
        return new Compilation(
                        compiler,
                        console,
                        arguments,
                        Manifest::targets,
                        false,
                        all -> say(console, arguments, format, all))
                .then((files, committed) -> {
                    List<Drift> drifts = drifts(files, committed);
                    CheckReport report = new CheckReport(console, arguments, committed.project());
                    return switch (format) {
                        case "text" -> report.print(drifts, files);
                        case PATCH -> CheckPatch.print(console, arguments, committed.project(), drifts);
                        default ->
                            new MachineReport(console, arguments, format)
                                    .drifts(drifts, new CheckFix(console, arguments, committed.project()));
                    };
                });
    }

    /** Warnings are for those who write, not for those who check. */
    private static void say(Console console, Arguments arguments, String format, List<Diagnostic> diagnostics) {
        if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
            return;
        }
        if (format.equals(FORMATS.get(0)) || format.equals(PATCH)) {
            console.say(diagnostics, arguments.color());
        } else {
            new MachineReport(console, arguments, format).diagnostics(diagnostics);
        }
    }

    private static List<Drift> drifts(List<EmittedFile> files, CommittedFiles committed) throws IOException {
        List<Drift> drifts = new ArrayList<>();
        for (EmittedFile file : files) {
            drifts.add(Drift.of(file.path(), committed.read(file.path()), file.text()));
        }
        List<String> claimed = files.stream().map(EmittedFile::path).toList();
        for (String orphan : committed.orphans(claimed)) {
            String content = committed.read(orphan);
            drifts.add(Drift.orphan(orphan, content == null ? "" : content));
        }
        return drifts;
    }
}
