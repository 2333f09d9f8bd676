package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.workflow.Job;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a job does with nox.
 *
 * @param calls whether it calls another workflow, whose runs these are
 * @param rows of its matrix
 * @param runs of all rows
 * @param selections what each run selects
 * @param caches of environments, in the order of the steps
 * @param notes on what is not known
 */
record AuditedJob(
        Job job,
        boolean calls,
        MatrixRows rows,
        List<NoxRun> runs,
        List<Selection> selections,
        List<CacheUse> caches,
        List<Diagnostic> notes) {

    /** What a job does with nox. */
    enum Kind {
        /** It runs sessions. */
        RUN,
        /** It calls a workflow that does. */
        CALL,
        /** It only lists sessions. */
        LIST,
        /** Nothing. */
        NONE
    }

    /** What it does. */
    Kind kind() {
        if (runs.stream().allMatch(NoxRun::lists)) {
            return runs.isEmpty() ? Kind.NONE : Kind.LIST;
        }
        return calls ? Kind.CALL : Kind.RUN;
    }

    /** Whether its own steps run sessions. */
    boolean runsNox() {
        return kind() == Kind.RUN;
    }

    /** The sessions of all rows. */
    Set<String> sessions() {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            if (!runs.get(i).lists()) {
                all.addAll(selections.get(i).sessions());
            }
        }
        return all;
    }

    /** What only a run knows, as it is written. */
    Set<String> unresolved() {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            if (!runs.get(i).lists()) {
                all.addAll(selections.get(i).unresolved());
            }
        }
        return all;
    }

    /** Whether nox takes the noxfile's default in some row. */
    boolean byDefault() {
        return selections.stream().anyMatch(Selection::byDefault);
    }

    /** Whether only a run knows which of its sessions some row runs. */
    boolean isOpen() {
        return selections.stream().anyMatch(Selection::open);
    }

    /** Whether nox makes an environment for some session, as far as one can see. */
    boolean makesEnvironments() {
        for (int i = 0; i < runs.size(); i++) {
            NoxRun run = runs.get(i);
            // What an action of another repository caches nobody sees.
            if (!run.lists() && !selections.get(i).noVenv() && !NoxAction.isStartOf(run)) {
                return true;
            }
        }
        return false;
    }

    /** How many sessions the row with the most of them runs; those that are not known count as one for each word. */
    int mostInARow() {
        int most = 0;
        for (int row = 0; row < rows.rows().size(); row++) {
            Set<String> names = new LinkedHashSet<>();
            for (int i = 0; i < runs.size(); i++) {
                if (runs.get(i).row() == row && !runs.get(i).lists()) {
                    names.addAll(selections.get(i).sessions());
                    names.addAll(selections.get(i).unresolved());
                }
            }
            most = Math.max(most, names.size());
        }
        return most;
    }

    /** The commands, each once, as they are written. */
    List<NoxRun> commands() {
        return List.copyOf(runs.stream()
                .collect(Collectors.toMap(
                        run -> List.of(run.place(), run.command(), run.via()),
                        run -> run,
                        (one, two) -> one,
                        java.util.LinkedHashMap::new))
                .values());
    }

    /** The minutes after which it is stopped, as they are written; {@code null} where nothing is. */
    @Nullable String timeout() {
        return job.settings().has("timeout-minutes") ? job.settings().text("timeout-minutes") : null;
    }

    /** Whether the environments are restored from a cache. */
    boolean isCached() {
        return caches.stream().anyMatch(CacheUse::restores);
    }
}
