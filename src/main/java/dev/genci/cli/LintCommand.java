package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.JsonReport;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.TextReport;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.workspace.CommittedFiles;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says everything there is to say about a manifest. */
@Command(name = "lint", description = "Print every error, warning and note about the manifest.")
final class LintCommand implements Main.Verb {
    private final Console console;
    private final Common common;

    @Mixin
    private ManifestInput input = new ManifestInput();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the output: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    /** The forms of the output. */
    enum Format {
        /** For people. */
        text,
        /** For programs. */
        json
    }

    LintCommand(Console console, Common common) {
        this.console = console;
        this.common = common;
    }

    @Override
    public int run() {
        Console here = common.in(console);
        ManifestInput.Read read = input.read(here, common);
        try {
            Outcome<List<EmittedFile>> compiled =
                    new Compiler().compile(read.source(), new CommittedFiles(read.base()), Manifest::targets, false);
            List<Diagnostic> all = Diagnostic.sorted(compiled.diagnostics());
            here.print(
                    format == Format.json
                            ? JsonReport.print(all)
                            : new TextReport(common.color().on(here, here.outIsTerminal())).print(all));
            return compiled.value() == null ? ExitCode.INPUT : ExitCode.OK;
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot read a committed file: " + e);
        }
    }
}
