package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.Place;
import dev.genci.workflow.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A job of a workflow that people wrote, row by row, for who takes it over.
 *
 * @param runsNox whether its own steps run sessions
 * @param lists whether it only lists sessions, for the matrix of another job
 * @param rowsKnown whether the matrix is written in the file, not worked out by a run
 * @param rows of its matrix; one without a matrix
 * @param listed what a job lists that only lists
 * @param caches steps that keep nox's environments, counted from 0
 * @param isFinal whether it looks at the results of others
 * @param notes on what is not known
 */
public record ReadJob(
        Job job,
        boolean runsNox,
        boolean lists,
        boolean rowsKnown,
        List<ReadRow> rows,
        List<Listed> listed,
        Set<Integer> caches,
        boolean isFinal,
        List<Diagnostic> notes) {

    /**
     * What a command lists.
     *
     * @param line of the file in which the command begins
     * @param byDefault whether these are all that it may list, for it selects none
     */
    public record Listed(String line, List<NoxSession> sessions, boolean byDefault) {
        /** Copies the sessions. */
        public Listed {
            sessions = List.copyOf(sessions);
        }
    }

    /** Copies the lists. */
    public ReadJob {
        rows = List.copyOf(rows);
        listed = List.copyOf(listed);
        caches = Set.copyOf(caches);
        notes = List.copyOf(notes);
    }

    static ReadJob of(AuditedJob job, boolean isFinal, NoxListing listing) {
        List<ReadRow> rows = new ArrayList<>();
        List<Listed> listed = new ArrayList<>();
        boolean known = job.rows().unknown() == null;
        for (int row = 0; row < job.rows().rows().size(); row++) {
            List<ReadRun> runs = new ArrayList<>();
            for (int i = 0; i < job.runs().size(); i++) {
                NoxRun run = job.runs().get(i);
                ReadRun read = ReadRun.of(run, job.selections().get(i), listing);
                if (run.row() == row && run.lists()) {
                    String line = run.place().file().line(run.place().line());
                    boolean byDefault = job.selections().get(i).byDefault();
                    listed.add(new Listed(line, byDefault ? read.candidates() : read.sessions(), byDefault));
                }
                if (run.row() == row && !run.lists() && job.runsNox()) {
                    runs.add(read);
                }
            }
            rows.add(ReadRow.of(job.job(), job.rows().rows().get(row), known, runs));
        }
        return new ReadJob(
                job.job(),
                job.runsNox(),
                job.kind() == AuditedJob.Kind.LIST,
                known,
                rows,
                job.kind() == AuditedJob.Kind.LIST ? listed : List.of(),
                job.caches().stream().map(CacheUse::step).collect(Collectors.toSet()),
                isFinal,
                job.notes());
    }

    /** Where its id is. */
    public Place place() {
        return job.place();
    }
}
