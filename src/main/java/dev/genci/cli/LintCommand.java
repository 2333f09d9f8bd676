package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.Manifest;
import dev.genci.report.TextReport;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Prints all diagnostics of a manifest. */
final class LintCommand implements Verb {
    private static final List<String> FORMATS = List.of("text", "json", "sarif", "github");

    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.ofManifests("lint", "Print every error, warning and note about the manifest.")
                .addOption(Options.format(FORMATS))
                .addOption(NoxfileOption.spec())
                .addOption(Options.flag(
                        "With --noxfile: fix in the manifest what needs no guess; every other byte stays.",
                        Fixing.NAME));
    }

    @Override
    public void prepare() {
        compiler.prepare();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String format = Options.format(arguments, FORMATS);
        if (arguments.manifests().size() > 1) {
            return new Several(compiler, console, arguments, name -> {}).run(one -> run(console, one));
        }
        boolean color = arguments.color().on(console, console.outIsTerminal());
        Consumer<List<Diagnostic>> report = all -> {
            if (format.equals(FORMATS.get(0))) {
                console.print(new TextReport(color).print(all));
            } else {
                new MachineReport(console, arguments, format).diagnostics(all);
            }
        };
        String listing = arguments.text(NoxfileOption.NAME);
        if (listing != null) {
            return new NoxfileLint(compiler, console, arguments, report).run(listing);
        }
        if (arguments.has(Fixing.NAME)) {
            throw new Failure(
                    ExitCode.USAGE,
                    Fixing.NAME + " brings the manifest to what nox lists: add " + NoxfileOption.NAME + ", or "
                            + NoxfileOption.NAME + "=FILE");
        }
        return new Compilation(compiler, console, arguments, Manifest::targets, true, report)
                .then((files, committed) -> ExitCode.OK);
    }
}
