package dev.genci.cli;

import dev.genci.emit.EmittedFile;
import dev.genci.source.VisibleText;
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
            out.append("To fix it, run: ").append(fix()).append('\n');
        }
        if (!remove.isEmpty()) {
            out.append("To remove orphaned workflows, run: ")
                    .append(arguments.command("git"))
                    .append(" rm");
            out.append(remove).append('\n');
        }
        addUnverified(files);
        console.print(out.toString());
        return write || !remove.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }

    private void add(Drift drift) {
        out.append(VisibleText.of(drift.path()).replace("\n", "\\n")).append(": ");
        switch (drift.state()) {
            case CURRENT -> out.append("current\n");
            case DIFFERS -> {
                out.append("differs from the generated workflow\n").append(drift.diff());
                write = true;
            }
            case FOREIGN -> {
                out.append(foreign(drift)).append('\n');
                write = true;
                force = true;
            }
            case MISSING -> {
                out.append("missing\n");
                write = true;
            }
            case ORPHANED -> {
                out.append("orphaned: made by gen-ci, but no target names it\n");
                Path path = console.folder().relativize(project.resolve(drift.path()));
                remove.append(Arguments.word(path.toString()));
            }
        }
    }

    /** Whoever is called by pre-commit need not be on the PATH: there the other hook writes. */
    private String fix() {
        if (!force && !console.env().getOrDefault("PRE_COMMIT", "").isEmpty()) {
            return "pre-commit run gen-ci --hook-stage manual --all-files";
        }
        return arguments.command("gen-ci") + " -w"
                + (force ? " --force" : "")
                + (arguments.has(Options.FRESH_PINS) ? " " + Options.FRESH_PINS : "")
                + (arguments.has(Options.STRICT_PINS) ? " " + Options.STRICT_PINS : "")
                + arguments.manifest();
    }

    /** What there is to say of a file that others made: how it differs is the whole file, which they know. */
    static String foreign(Drift drift) {
        return "was not made by gen-ci (" + lines(drift.onDisk()) + "; the generated workflow has "
                + lines(drift.generated()) + ")";
    }

    private static String lines(String text) {
        long count = text.lines().count();
        return count + (count == 1 ? " line" : " lines");
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
