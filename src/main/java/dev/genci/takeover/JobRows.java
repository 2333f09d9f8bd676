package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRow;
import dev.genci.audit.ReadRun;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a job whose sessions are known, and what is said about the others.
 *
 * @param questions about the job
 * @param ofEntries about each entry that is made of it
 */
record JobRows(List<ReadRow> rows, List<String> questions, List<String> ofEntries) {
    private static final String BY_DEFAULT =
            "CI runs what the noxfile runs by default, which no listing says. Is it one of these? If not, write ci: false.";

    /**
     * Those of a job.
     *
     * @param all the jobs of its workflow
     */
    static JobRows of(ReadJob job, List<ReadJob> all) {
        String name = Checks.where(job.place()) + ": ";
        Listed listed = Listed.of(job, all);
        if (!listed.rows().isEmpty()) {
            return new JobRows(
                    listed.rows(),
                    List.of(),
                    listed.byDefault()
                            ? List.of(BY_DEFAULT)
                            : List.of(
                                    "A run makes the rows of " + job.job().id()
                                            + " from what nox lists. Here they are listed: lint --noxfile finds those that are missing."));
        }
        List<ReadRow> rows = new ArrayList<>();
        List<String> ofEntries = new ArrayList<>();
        Said said = new Said();
        for (ReadRow row : job.rows()) {
            List<ReadRun> known =
                    row.runs().stream().filter(run -> !run.sessions().isEmpty()).toList();
            if (known.stream().anyMatch(run -> !run.installOnly())) {
                rows.add(row.with(known));
            }
            int before = rows.size();
            row.runs().stream().filter(run -> !run.installOnly()).forEach(run -> {
                said.unknown.addAll(run.unresolved());
                said.missing.addAll(run.missing());
                for (NoxSession session : run.candidates()) {
                    rows.add(row.with(List.of(run.with(session))));
                }
            });
            if (rows.size() > before) {
                ofEntries = List.of(BY_DEFAULT);
            }
            said.idle += row.runs().isEmpty() ? 1 : 0;
        }
        return new JobRows(rows, said.questions(name, job.job().id()), ofEntries);
    }

    /** What is not known of a job. */
    private static final class Said {
        private final Set<String> unknown = new LinkedHashSet<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private int idle;

        List<String> questions(String place, String job) {
            List<String> questions = new ArrayList<>();
            if (!unknown.isEmpty()) {
                questions.add(place + "only a run knows which sessions " + job + " runs: "
                        + Text.brief(String.join(", ", unknown)) + ". Write ci: true in their entries.");
            }
            if (!missing.isEmpty()) {
                questions.add(place + job + " runs sessions that the noxfile lacks: "
                        + Text.brief(String.join(", ", missing)) + ". Are they in another noxfile? Then write an entry"
                        + " with noxfile for each.");
            }
            if (idle > 0) {
                questions.add(place + idle + (idle == 1 ? " row of " : " rows of ") + job
                        + " runs no session, and is not taken over. Is it needed? Then write it into jobs.");
            }
            return questions;
        }
    }
}
