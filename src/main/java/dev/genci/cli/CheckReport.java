package dev.genci.cli;

import dev.genci.emit.EmittedFile;
import dev.genci.source.VisibleText;
import dev.genci.workspace.Drift;
import dev.genci.workspace.Header;
import dev.genci.workspace.Project;
import java.util.List;
import java.util.TreeSet;

/** The output of {@code check}: a line for each file, its difference, and the commands that fix it. */
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
            out.append("To fix it, run: ").append(fix().write(force)).append('\n');
            out.append(fix().addHook(force));
        }
        if (!remove.isEmpty()) {
            out.append("To remove orphaned workflows, run: ").append(remove).append('\n');
        }
        addUnverified(files);
        console.print(out.toString());
        return write || !remove.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }

    private void add(Drift drift) {
        out.append(VisibleText.of(drift.path()).replace("\n", "\\n"));
        out.append(": ").append(message(drift)).append('\n');
        switch (drift.state()) {
            case CURRENT -> {}
            case DIFFERS -> {
                out.append(drift.diff());
                write = true;
            }
            case FOREIGN -> {
                write = true;
                force = true;
            }
            case MISSING -> write = true;
            case ORPHANED -> remove.append(remove.isEmpty() ? fix().remove(drift) : Arguments.word(fix().path(drift)));
        }
    }

    private CheckFix fix() {
        return new CheckFix(console, arguments, project);
    }

    /** What is to be said of a file. */
    static String message(Drift drift) {
        return switch (drift.state()) {
            case CURRENT -> "current";
            case DIFFERS -> "differs from the generated workflow" + upgrade(drift);
            case FOREIGN -> foreign(drift);
            case MISSING -> "missing";
            case ORPHANED -> "orphaned: made by gen-ci, but no target names it";
        };
    }

    /** What nobody edited, but another release of gen-ci writes otherwise. */
    private static String upgrade(Drift drift) {
        int made = Header.form(drift.onDisk());
        int now = Header.form(drift.generated());
        if (made < now) {
            return "; it has the form of an older gen-ci";
        }
        return made > now ? "; it has the form of a newer gen-ci: upgrade this one first" : "";
    }

    /** Describes a file that gen-ci did not make, without a diff: that would be the whole file. */
    static String foreign(Drift drift) {
        return "was not made by gen-ci (" + lines(drift.onDisk()) + "; the generated workflow has "
                + lines(drift.generated()) + ")";
    }

    private static String lines(String text) {
        long count = text.lines().count();
        return count + (count == 1 ? " line" : " lines");
    }

    /** Lists pins that were accepted unverified, in one line. */
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
