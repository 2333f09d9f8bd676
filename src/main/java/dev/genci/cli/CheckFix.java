package dev.genci.cli;

import dev.genci.workspace.Drift;
import dev.genci.workspace.Project;

/** The commands that make workflows current again, as they can be run where {@code check} was. */
record CheckFix(Console console, Arguments arguments, Project project) {

    /** A drift's file, as the caller would name it in the chosen folder. */
    String path(Drift drift) {
        return console.folder().relativize(project.resolve(drift.path())).toString();
    }

    /**
     * Writes the workflows: gen-ci, or the hook of pre-commit that this is run by.
     *
     * @param force whether files of others are in the way, which no hook replaces
     */
    String write(boolean force) {
        String hook = force || !PreCommit.runs(console) ? null : PreCommit.writing(console.folder());
        return hook == null ? command(force) : hook;
    }

    /** What to do where {@link #write} needs a gen-ci that may not be there; empty elsewhere. */
    String addHook(boolean force) {
        boolean none = !force && PreCommit.runs(console) && PreCommit.writing(console.folder()) == null;
        return none
                ? "If gen-ci is not on the PATH, add the hook gen-ci to .pre-commit-config.yaml, and run: "
                        + PreCommit.suggested() + "\n"
                : "";
    }

    /** Removes an orphan; more of them may be appended. */
    String remove(Drift orphan) {
        return arguments.command("git") + " rm" + Arguments.word(path(orphan));
    }

    private String command(boolean force) {
        return arguments.command("gen-ci") + " -w"
                + (force ? " --force" : "")
                + (arguments.has(Options.FRESH_PINS) ? " " + Options.FRESH_PINS : "")
                + (arguments.has(Options.STRICT_PINS) ? " " + Options.STRICT_PINS : "")
                + arguments.manifest();
    }
}
