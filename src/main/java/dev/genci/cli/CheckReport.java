package dev.genci.cli;

import dev.genci.emit.EmittedFile;
import dev.genci.workspace.Drift;
import dev.genci.workspace.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** What {@code check} prints: a line for each file, how it differs, and the commands that put it right. */
final class CheckReport {
    private final Console console;
    private final Arguments arguments;
    private final Project project;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder remove = new StringBuilder();
    private boolean write;
    private boolean force;

    CheckReport(Console console, Arguments arguments, Project project) {
        this.console = console;
        this.arguments = arguments;
        this.project = project;
    }

    /** Prints it; the exit code. */
    int print(List<Drift> drifts, List<EmittedFile> files) {
        drifts.forEach(this::add);
        if (write) {
            out.append("To mend it, run: ").append(arguments.command("gen-ci")).append(" -w");
            out.append(force ? " --force" : "");
            out.append(arguments.has(Options.FRESH_PINS) ? " " + Options.FRESH_PINS : "");
            out.append(arguments.has(Options.STRICT_PINS) ? " " + Options.STRICT_PINS : "");
            out.append(arguments.manifest()).append('\n');
        }
        if (!remove.isEmpty()) {
            out.append("To remove what is orphaned, run: ")
                    .append(arguments.command("git"))
                    .append(" rm");
            out.append(remove).append('\n');
        }
        addUnverified(files);
        console.print(out.toString());
        return write || !remove.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }

    private void add(Drift drift) {
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

    /** What was believed and not checked is said, in one line. */
    private void addUnverified(List<EmittedFile> files) {
        TreeSet<String> pins = new TreeSet<>();
        files.forEach(file -> pins.addAll(file.unverifiedPins()));
        if (!pins.isEmpty()) {
            out.append("Not verified: ").append(String.join(", ", pins));
            out.append(" (gen-ci does not know the commit; ").append(Options.STRICT_PINS);
            out.append(" refuses such pins, see docs/pins.md)\n");
        }
    }
}
