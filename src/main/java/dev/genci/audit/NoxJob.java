package dev.genci.audit;

import java.util.List;

/**
 * A job of a workflow that somebody wrote, for those who compare workflows.
 *
 * @param id as it is written; that of a called workflow behind the caller's: {@code ci / tests}
 * @param needs ids of jobs of the same file; may name what is not there
 * @param rows of its matrix, at least one
 * @param caches whether it restores environments
 */
public record NoxJob(String id, List<String> needs, List<Row> rows, boolean caches) {
    /** Copies the lists. */
    public NoxJob {
        needs = List.copyOf(needs);
        rows = List.copyOf(rows);
    }

    /**
     * A row: a machine of its own.
     *
     * @param name the job's id, with the values of the matrix as far as they are known
     * @param sessions that it runs, in their order, as nox calls them; again what runs again
     * @param unclear what only a run knows, as it is written
     */
    public record Row(String name, List<String> sessions, List<String> unclear) {
        /** Copies the lists. */
        public Row {
            sessions = List.copyOf(sessions);
            unclear = List.copyOf(unclear);
        }
    }
}
