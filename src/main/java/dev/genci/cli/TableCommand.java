package dev.genci.cli;

import dev.genci.analysis.Analysis;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.table.SessionTable;
import dev.genci.workspace.AtomicFile;
import dev.genci.workspace.Drift;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the session table, or puts it into a document. */
@Command(name = "table", description = "Print the session table as Markdown.")
final class TableCommand implements Main.Verb {
    private final Console console;
    private final Common common;

    @Mixin
    private ManifestInput input = new ManifestInput();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "The columns: session, file, purpose, parallel-safe, ci, notes, tags, needs, duration.")
    private List<String> columns = SessionTable.DEFAULT_COLUMNS;

    @Option(names = "--into", paramLabel = "FILE", description = "Rewrite the table between its markers in this file.")
    private @Nullable Path into;

    @Option(names = "--check", description = "With --into: only fail when the table there is out of date.")
    private boolean check;

    TableCommand(Console console, Common common) {
        this.console = console;
        this.common = common;
    }

    @Override
    public int run() {
        if (check && into == null) {
            throw new Stop(ExitCode.USAGE, "--check goes with --into");
        }
        for (String column : columns) {
            if (!SessionTable.columns().contains(column)) {
                throw new Stop(
                        ExitCode.USAGE,
                        "there is no column \"" + column + "\": it is one of "
                                + String.join(", ", SessionTable.columns()));
            }
        }
        Console here = common.in(console);
        Outcome<Analysis> analysis = Compiler.analyze(input.read(here, common).source());
        if (analysis.value() == null) {
            here.say(Diagnostic.sorted(analysis.diagnostics()), common.color());
            return ExitCode.INPUT;
        }
        String table = SessionTable.markdown(analysis.value().manifest(), columns);
        if (into == null) {
            here.print(table);
            return ExitCode.OK;
        }
        try {
            return into(here, here.folder().resolve(into), into.toString(), table);
        } catch (NoSuchFileException e) {
            throw new Stop(ExitCode.FILE, "cannot read " + into + ": there is no such file");
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot read or write " + into + ": " + e.getMessage());
        }
    }

    private int into(Console here, Path file, String name, String table) throws IOException {
        String old = Files.readString(file, StandardCharsets.UTF_8);
        String text = SessionTable.into(old, table);
        if (text == null) {
            throw new Stop(
                    ExitCode.INPUT, name + " lacks the lines " + SessionTable.START + " and " + SessionTable.END);
        }
        if (text.equals(old)) {
            here.say(name + ": current");
            return ExitCode.OK;
        }
        if (check) {
            here.print(name + ": the table is out of date\n" + Drift.diff(name, old, text));
            here.print("To mend it, run: gen-ci table --into " + name + "\n");
            return ExitCode.NO;
        }
        AtomicFile.write(file, text);
        here.say(name + ": updated");
        return ExitCode.OK;
    }
}
