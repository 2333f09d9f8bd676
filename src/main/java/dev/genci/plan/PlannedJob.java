package dev.genci.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job of a workflow.
 *
 * @param stage 1 for one that waits for nothing, else one more than the latest that it waits for
 * @param needs positions of the jobs that it waits for, without those that others of them wait for
 * @param rows those that run, at least one; none of a job that runs nothing of the manifest
 * @param caches how many entries of the cache its rows have together
 * @param work what a job does that runs nothing of the manifest, for people; else empty
 */
public record PlannedJob(String id, int stage, List<Integer> needs, List<Row> rows, int caches, String work) {
    /** Copies the lists. */
    public PlannedJob {
        needs = List.copyOf(needs);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param name as the forge shows it
     * @param seconds how long it takes; absent where nobody says so
     * @param sessions that it runs, as nox calls them; none where that is not known
     * @param entry of the manifest to which it belongs; absent for what the manifest writes as in Actions, or somebody else wrote
     */
    public record Row(
            String name,
            @Nullable Double seconds,
            List<String> sessions,
            @Nullable String entry) {
        /** Copies the sessions. */
        public Row {
            sessions = List.copyOf(sessions);
        }

        /** How long it takes, as far as that is known. */
        double known() {
            return seconds == null ? 0 : seconds;
        }
    }

    /** The row that takes longest; absent where none runs. */
    @Nullable Row longest() {
        Row longest = null;
        for (Row row : rows) {
            longest = longest == null || row.known() > longest.known() ? row : longest;
        }
        return longest;
    }

    /** How long it takes if all of its rows run at once. */
    double seconds() {
        Row longest = longest();
        return longest == null ? 0 : longest.known();
    }

    /** How many machines it takes: one for each row; one for a job that only sums up. */
    int machines() {
        return Math.max(1, rows.size());
    }
}
