package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRow;
import dev.genci.audit.ReadRun;
import dev.genci.noxfile.NoxSession;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that a run makes of what nox lists: one job lists sessions, another has a row for each. A manifest lists them itself.
 * Only where the job that lists is read by the matrix, and the row's session is all that nox gets, is this more than a guess.
 *
 * @param byDefault whether the job lists what the noxfile runs by default, which may be fewer
 */
record Listed(List<ReadRow> rows, boolean byDefault) {
    private static final Pattern KEY = Pattern.compile("\\$\\{\\{\\s*matrix\\.([\\w-]+)[\\w.-]*\\s*}}");
    private static final Pattern OUTPUT = Pattern.compile("needs\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
    private static final Pattern STEP = Pattern.compile("steps\\.[\\w-]+\\.outputs\\.([\\w-]+)");

    /** Those of a job whose matrix is the list of another one; no rows for any other job. */
    static Listed of(ReadJob job, List<ReadJob> all) {
        if (job.rowsKnown() || session(job).isEmpty()) {
            return new Listed(List.of(), false);
        }
        Settings matrix = job.job().settings().in("strategy").in("matrix");
        Set<ReadJob.Listed> found = new LinkedHashSet<>();
        for (ReadJob each : all) {
            boolean read = job.job().settings().list("needs").stream()
                    .map(YamlScalar::text)
                    .anyMatch(each.job().id()::equals);
            for (String key : read && each.lists() ? matrix.names() : Set.<String>of()) {
                Matcher output = OUTPUT.matcher(matrix.text(key));
                while (output.find()) {
                    if (output.group(1).equals(each.job().id())) {
                        found.addAll(listed(each, output.group(2)));
                    }
                }
            }
        }
        List<NoxSession> sessions = found.stream()
                .flatMap(each -> each.sessions().stream())
                .distinct()
                .toList();
        boolean byDefault = found.stream().anyMatch(ReadJob.Listed::byDefault);
        return new Listed(sessions.isEmpty() ? List.of() : rows(job, matrix, sessions), byDefault);
    }

    /** A row for each session and each combination of the other axes. */
    private static List<ReadRow> rows(ReadJob job, Settings matrix, List<NoxSession> sessions) {
        Matcher key = KEY.matcher(session(job));
        String axis = key.find() ? key.group(1) : "";
        List<ReadRow> rows = new ArrayList<>();
        for (ReadRow row : job.rows()) {
            for (NoxSession session : isOpen(row) ? sessions : List.<NoxSession>of()) {
                Map<String, String> values = new LinkedHashMap<>(row.matrix());
                values.put(axis, session.session());
                if (!isExcluded(matrix, values)) {
                    rows.add(new ReadRow(row.matrix(), with(row, session), row.scope(), row.check()));
                }
            }
        }
        return rows;
    }

    private static boolean isExcluded(Settings matrix, Map<String, String> row) {
        if (!(matrix.get("exclude") instanceof YamlSequence list)) {
            return false;
        }
        return list.items().stream()
                .map(Settings::of)
                .anyMatch(each -> !each.names().isEmpty()
                        && each.names().stream()
                                .allMatch(name -> each.text(name).equals(row.get(name))));
    }

    /** What is in an output of a job that lists sessions. */
    private static List<ReadJob.Listed> listed(ReadJob job, String output) {
        Matcher step = STEP.matcher(job.job().settings().in("outputs").text(output));
        String name = step.find() ? step.group(1) : output;
        Pattern set = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "=");
        List<ReadJob.Listed> named = job.listed().stream()
                .filter(each -> set.matcher(each.line()).find())
                .toList();
        return named.isEmpty() ? job.listed() : named;
    }

    /** The runs of a row for one session. */
    private static List<ReadRun> with(ReadRow row, NoxSession session) {
        return row.runs().stream().map(run -> run.with(session)).toList();
    }

    /** Whether only a run knows which session a row runs. */
    private static boolean isOpen(ReadRow row) {
        return row.runs().stream().anyMatch(run -> !run.installOnly())
                && row.runs().stream()
                        .allMatch(run ->
                                run.sessions().isEmpty() && run.unresolved().size() == 1 && !run.forced());
    }

    /** The expression that names the one session of each row that a run makes; empty where there is none. */
    static String session(ReadJob job) {
        Set<String> words = new LinkedHashSet<>();
        for (ReadRow row : job.rowsKnown() ? List.<ReadRow>of() : job.rows()) {
            if (isOpen(row)) {
                row.runs().forEach(run -> words.addAll(run.unresolved()));
            }
        }
        String word = words.size() == 1 ? words.iterator().next() : "";
        return KEY.matcher(word).matches() ? word : "";
    }
}
