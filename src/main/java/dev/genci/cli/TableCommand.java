package dev.genci.cli;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.noxfile.NoxListing;
import dev.genci.table.MarkedText;
import dev.genci.table.SessionTable;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.RegularFile;
import dev.genci.workspace.TextDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the session table, or writes it into a document. */
final class TableCommand implements Verb {
    private static final String COLUMNS = "--columns";
    private static final String INTO = "--into";
    private static final String CHECK = "--check";

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
                .addOption(Options.text("Replace the table between the markers in this file.", "FILE", INTO))
                .addOption(Options.flag("With --into: write nothing; fail if the table is out of date.", CHECK));
    }

    @Override
    public void prepare() {
        compiler.prepareToAnalyze();
    }

    @Override
    public int run(Console console, Arguments arguments) {
        String names = arguments.text(COLUMNS);
        List<String> columns = names == null ? SessionTable.DEFAULT_COLUMNS : List.of(names.split(",", -1));
        String into = arguments.text(INTO);
        boolean check = arguments.has(CHECK);
        if (check && into == null) {
            throw new Failure(ExitCode.USAGE, "--check requires --into");
        }
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
        return into(console, into, table, check ? fix(arguments, into) : null);
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
                + " " + INTO + Arguments.word(into) + arguments.manifest();
    }

    /** @param fix the command that would rewrite the file; {@code null} to rewrite it */
    private static int into(Console console, String name, String table, @Nullable String fix) {
        Path file = console.folder().resolve(name);
        String old = read(name, file);
        MarkedText document = new MarkedText(old);
        if (!document.problem().isEmpty()) {
            throw new Failure(ExitCode.INPUT, name + " " + document.problem());
        }
        String text = document.with(table);
        if (text.equals(old)) {
            console.say(name + ": current");
            return ExitCode.OK;
        }
        if (fix != null) {
            console.print(name + ": the table is out of date\n" + TextDiff.of(name, old, text));
            console.print("To fix it, run: " + fix + "\n");
            return ExitCode.NO;
        }
        write(name, file, text);
        console.say(name + ": updated");
        return ExitCode.OK;
    }

    private static String read(String name, Path file) {
        try {
            return RegularFile.readText(name, file);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + e.getMessage());
        }
    }

    private static void write(String name, Path file, String text) {
        try {
            AtomicFile.write(name, file, text);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot write " + e.getMessage());
        }
    }
}
