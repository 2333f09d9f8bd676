package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRow;
import dev.genci.audit.ReadRun;
import dev.genci.noxfile.NoxSession;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows that a run makes of what nox lists: one job lists sessions, another has a row for each. A manifest lists them itself.
 * Only where the job that lists is read by the matrix, and the row's session is all that nox gets, is this more than a guess.
 */
final class Listed {
    private Listed() {}

    /** The rows of a job whose matrix is the list of another one; none for any other job. */
    static List<ReadRow> rows(ReadJob job, List<ReadJob> all) {
        if (job.rowsKnown() || session(job).isEmpty()) {
            return List.of();
        }
        ReadRow row = job.rows().get(0);
        Settings matrix = job.job().settings().in("strategy").in("matrix");
        List<NoxSession> sessions = new ArrayList<>();
        for (ReadJob each : all) {
            boolean read = job.job().settings().list("needs").stream()
                    .map(YamlScalar::text)
                    .anyMatch(each.job().id()::equals);
            boolean used = matrix.names().stream().anyMatch(key -> matrix.text(key)
                    .contains("needs." + each.job().id() + ".outputs."));
            if (each.lists() && read && used) {
                sessions.addAll(each.listed());
            }
        }
        return sessions.stream()
                .map(session -> new ReadRow(Map.of(), List.of(run(row).with(session)), row.scope(), row.check()))
                .toList();
    }

    private static ReadRun run(ReadRow row) {
        return row.runs().get(0);
    }

    /** The expression that names the one session of a row; empty where there is none. */
    static String session(ReadJob job) {
        ReadRow row = job.rows().get(0);
        if (job.rowsKnown() || job.rows().size() != 1 || row.runs().size() != 1) {
            return "";
        }
        ReadRun run = run(row);
        String word = run.unresolved().size() == 1 ? run.unresolved().get(0) : "";
        boolean plain = word.matches("\\$\\{\\{\\s*matrix\\.[\\w.-]+\\s*}}");
        return plain && run.sessions().isEmpty() && !run.forced() ? word : "";
    }
}
