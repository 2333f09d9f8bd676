package dev.genci.cli;

import dev.genci.workspace.Drift;
import dev.genci.workspace.Patch;
import dev.genci.workspace.Project;
import java.util.List;

/** The output of {@code check --format patch}: what {@code git apply} takes, in the folder where gen-ci was started. */
final class CheckPatch {
    private CheckPatch() {}

    /**
     * Prints it. A file that gen-ci did not make is left out: a patch would replace it unseen.
     *
     * @return the exit code
     */
    static int print(Console console, Arguments arguments, Project project, List<Drift> drifts) {
        CheckFix fix = new CheckFix(console, arguments, project);
        StringBuilder out = new StringBuilder();
        boolean current = true;
        for (Drift drift : drifts) {
            String path = arguments.prefix() + fix.path(drift);
            switch (drift.state()) {
                case CURRENT -> {}
                case FOREIGN ->
                    console.say("gen-ci: " + path + " " + CheckReport.foreign(drift) + "; not in the patch");
                case MISSING -> out.append(Patch.created(path, drift.generated()));
                case ORPHANED -> out.append(Patch.deleted(path, drift.onDisk()));
                case DIFFERS -> out.append(Patch.changed(path, drift.onDisk(), drift.generated()));
            }
            current &= drift.state() == Drift.State.CURRENT;
        }
        console.print(out.toString());
        return current ? ExitCode.OK : ExitCode.NO;
    }
}
