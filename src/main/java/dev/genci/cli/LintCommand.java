package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.Manifest;
import dev.genci.report.JsonReport;
import dev.genci.report.TextReport;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Prints all diagnostics of a manifest. */
final class LintCommand implements Verb {
    private static final String FORMAT = "--format";

    private final Compiler compiler = new Compiler();

    /** The forms of the output. */
    enum Format {
        /** Text for people. */
        text,
        /** For programs. */
        json
    }

    @Override
    public CommandSpec spec() {
        return Options.ofManifest("lint", "Print every error, warning and note about the manifest.")
                .addOption(OptionSpec.builder(FORMAT)
                        .type(Format.class)
                        .paramLabel("FORMAT")
                        .description("Format of the output: text or json. Default: text.")
                        .build())
                .addOption(NoxfileOption.spec());
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        boolean json = arguments.verb().matchedOptionValue(FORMAT, Format.text) == Format.json;
        boolean color = arguments.color().on(console, console.outIsTerminal());
        Consumer<List<Diagnostic>> report =
                all -> console.print(json ? JsonReport.print(all) : new TextReport(color).print(all));
        String listing = arguments.text(NoxfileOption.NAME);
        if (listing != null) {
            return new NoxfileLint(compiler, console, arguments, report).run(listing);
        }
        return new Compilation(compiler, console, arguments, Manifest::targets, true, report)
                .then((files, committed) -> ExitCode.OK);
    }
}
