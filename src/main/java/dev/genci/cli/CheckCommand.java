package dev.genci.cli;

import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.EmittedFile;
import dev.genci.manifest.Manifest;
import dev.genci.workspace.CommittedFiles;
import dev.genci.workspace.Drift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the committed workflows with what the manifest gives. It never writes. */
@Command(name = "check", description = "Fail when a workflow is missing, out of date, edited, or no longer asked for.")
final class CheckCommand implements Main.Verb {
    private final Console console;
    private final Common common;

    @Mixin
    private ManifestInput input = new ManifestInput();

    @Option(
            names = "--fresh-pins",
            description = "Take the pins of the manifest and the built-in ones, not those of the committed workflow.")
    private boolean freshPins;

    CheckCommand(Console console, Common common) {
        this.console = console;
        this.common = common;
    }

    @Override
    public int run() {
        Console here = common.in(console);
        ManifestInput.Read read = input.read(here, common);
        CommittedFiles committed = new CommittedFiles(read.base());
        try {
            Outcome<List<EmittedFile>> compiled =
                    new Compiler().compile(read.source(), committed, Manifest::targets, freshPins);
            if (compiled.value() == null) {
                here.say(Diagnostic.sorted(compiled.diagnostics()), common.color());
                return ExitCode.INPUT;
            }
            return report(
                    here, drifts(compiled.value(), committed), committed.base().writeCommand());
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot read a committed file: " + e);
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

    private int report(Console here, List<Drift> drifts, String command) {
        StringBuilder out = new StringBuilder();
        boolean write = false;
        StringBuilder remove = new StringBuilder();
        for (Drift drift : drifts) {
            out.append(drift.path()).append(": ");
            switch (drift.state()) {
                case CURRENT -> out.append("current\n");
                case DIFFERS -> {
                    out.append("differs from what the manifest gives\n").append(drift.diff());
                    write = true;
                }
                case MISSING -> {
                    out.append("missing\n");
                    write = true;
                }
                case ORPHANED -> {
                    out.append("orphaned: made by gen-ci, but no target asks for it\n");
                    remove.append(" ").append(drift.path());
                }
            }
        }
        if (write) {
            String fresh = freshPins ? command.replace("gen-ci -w", "gen-ci -w --fresh-pins") : command;
            out.append("To mend it, run: ").append(fresh).append('\n');
        }
        if (!remove.isEmpty()) {
            out.append("To remove what is orphaned, run: git rm").append(remove).append('\n');
        }
        here.print(out.toString());
        return write || !remove.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }
}
