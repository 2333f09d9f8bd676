package dev.genci.cli;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.noxfile.NoxListing;
import dev.genci.table.SessionTable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the session table, or writes it into a document. */
final class TableCommand implements Verb {
    private static final String COLUMNS = "--columns";

    private final Compiler compiler = new Compiler();

    @Override
    public CommandSpec spec() {
        return Options.ofManifest("table", "Print the session table as Markdown.")
                .addOption(Options.text(
                        "Columns, separated by commas: session, file, purpose, parallel-safe, ci, notes, tags,"
                                + " needs, rows, duration, from-noxfile. Default: the first six.",
                        "NAMES",
                        COLUMNS))
                .addOption(NoxfileOption.spec(
                        "For the column from-noxfile: run nox -l --json, or read what it printed from FILE (-: standard"
                                + " input)."))
                .addOption(Options.text("Replace the table between the markers in this file.", "FILE", IntoFile.INTO))
                .addOption(
                        Options.flag("With --into: write nothing; fail if the table is out of date.", IntoFile.CHECK));
    }

    @Override
    public void prepare() {
        compiler.prepareToAnalyze();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String names = arguments.text(COLUMNS);
        List<String> columns = names == null ? SessionTable.DEFAULT_COLUMNS : List.of(names.split(",", -1));
        String into = arguments.text(IntoFile.INTO);
        IntoFile.checkUse(arguments);
        for (String column : columns) {
            if (!SessionTable.columns().contains(column)) {
                throw new Failure(
                        ExitCode.USAGE,
                        "unknown column \"" + column + "\": it must be one of "
                                + String.join(", ", SessionTable.columns()));
            }
        }
        if (columns.contains(SessionTable.FROM_NOXFILE) != arguments.has(NoxfileOption.NAME)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the column " + SessionTable.FROM_NOXFILE + " and " + NoxfileOption.NAME + " require each other");
        }
        ManifestInput.Read read = ManifestInput.read(console, arguments);
        Outcome<List<Analysis>> analysis = compiler.analyze(read.source());
        if (analysis.value() == null) {
            console.say(Diagnostic.sorted(analysis.diagnostics()), arguments.color());
            return ExitCode.INPUT;
        }
        String table = SessionTable.markdown(
                analysis.value().get(0).manifest(),
                columns,
                listing(console, arguments, read.project().folder()));
        if (into == null) {
            console.print(table);
            return ExitCode.OK;
        }
        String fix = arguments.has(IntoFile.CHECK) ? fix(arguments, into) : null;
        return new IntoFile(console, into, "the table", fix).between("table", table);
    }

    private static @Nullable NoxListing listing(Console console, Arguments arguments, Path folder) {
        String file = arguments.text(NoxfileOption.NAME);
        return file == null ? null : NoxfileOption.read(console, file, folder, List.of(), NoxfileOption.NAME + "=");
    }

    /** The command that writes what {@code --check} only checks. */
    private static String fix(Arguments arguments, String into) {
        String columns = arguments.text(COLUMNS);
        String listing = arguments.text(NoxfileOption.NAME);
        return arguments.command("gen-ci") + " table"
                + (columns == null ? "" : " " + COLUMNS + Arguments.word(columns))
                + (listing == null
                        ? ""
                        : " " + NoxfileOption.NAME
                                + (listing.isEmpty()
                                        ? ""
                                        : "=" + Arguments.word(listing).strip()))
                + " " + IntoFile.INTO + Arguments.word(into) + arguments.manifest();
    }
}
