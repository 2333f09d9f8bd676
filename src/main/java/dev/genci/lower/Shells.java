package dev.genci.lower;

import dev.genci.forge.Forge;
import dev.genci.lower.row.Row;
import dev.genci.lower.template.Bash;
import dev.genci.manifest.Command;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * In which entries of a workflow bash is named, and where. What is true of all of them decides on the form, so that jobs can share
 * steps: where one job's own steps have to name it, those of the others do, too.
 */
final class Shells {
    private final Forge forge;
    /** The jobs that sessions share by name and that have a row on Windows: all of their rows take bash. */
    private final Set<String> onWindows = new HashSet<>();

    private final boolean inSteps;

    /** For the entries of a workflow and the rows of each. */
    Shells(Forge forge, IdentityHashMap<Work, List<Row>> entries) {
        this.forge = forge;
        entries.forEach((work, rows) -> {
            if (!work.sharedJob().isEmpty() && mayBeWindows(work, rows)) {
                onWindows.add(work.sharedJob());
            }
        });
        this.inSteps = entries.entrySet().stream()
                .anyMatch(entry -> needsBash(entry.getKey(), entry.getValue()) && usesShellOfRunner(entry.getKey()));
    }

    /** Where the job of an entry names bash. */
    Bash of(Work work, List<Row> rows) {
        if (needsBash(work, rows)) {
            return inSteps || work.job().shell() != null ? Bash.IN_STEPS : Bash.IN_JOB;
        }
        return inSteps && mayName(work, rows) ? Bash.IN_STEPS : Bash.UNNAMED;
    }

    private boolean needsBash(Work work, List<Row> rows) {
        return onWindows.contains(work.sharedJob()) || mayBeWindows(work, rows);
    }

    private static boolean mayBeWindows(Work work, List<Row> rows) {
        return work.job().image() == null
                && rows.stream().anyMatch(row -> row.runner().mayBeWindows());
    }

    /** Whether a script of the manifest is meant for the shell that the runner has: no job may name another one for it. */
    private static boolean usesShellOfRunner(Work work) {
        return work.job().shell() == null && work.steps().stream().anyMatch(StepSpec::usesShellOfRunner);
    }

    /** Whether bash is there, and reads nothing but our own scripts. */
    private boolean mayName(Work work, List<Row> rows) {
        return work.job().image() == null
                && work.job().shell() == null
                && !(work.call() instanceof Command)
                && rows.stream().map(row -> row.runner().word()).allMatch(this::isOfForge);
    }

    private boolean isOfForge(String runner) {
        return forge.images().contains(runner) || forge.movedLabels().contains(runner);
    }
}
