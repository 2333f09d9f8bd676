package dev.genci.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan for programs: {@code {workflow, target, jobs: [{id, stage, needs: [id], rows: [{name, seconds}]}], criticalPath: [id], sequential,
 * parallel, runners, withRunners, lowerBound}}. Times are seconds; {@code null} is what is not known or was not asked.
 */
public final class PlanJson {
    private PlanJson() {}

    /** A line for each job. */
    public static String print(Plan plan, @Nullable Integer runners) {
        Timing timing = Timing.of(plan);
        String jobs = plan.jobs().stream().map(job -> "  " + job(plan, job)).collect(Collectors.joining(",\n"));
        return "{\"workflow\": " + text(plan.workflow()) + ", \"target\": " + text(plan.target()) + ", \"jobs\": [\n"
                + jobs + "\n],\n"
                + "\"criticalPath\": " + ids(plan, timing.criticalPath()) + ",\n"
                + "\"sequential\": " + number(timing.sequential())
                + ", \"parallel\": " + number(timing.parallel())
                + ", \"runners\": " + runners
                + ", \"withRunners\": " + number(runners == null ? null : Timing.on(runners, plan))
                + ", \"lowerBound\": " + number(runners == null ? null : timing.lowerBound(runners)) + "}\n";
    }

    private static String job(Plan plan, PlannedJob job) {
        String rows = job.rows().stream()
                .map(row -> "{\"name\": " + text(row.name()) + ", \"seconds\": " + number(row.seconds()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        return "{\"id\": " + text(job.id()) + ", \"stage\": " + job.stage() + ", \"needs\": " + ids(plan, job.needs())
                + ", \"rows\": " + rows + "}";
    }

    private static String ids(Plan plan, List<Integer> positions) {
        return positions.stream()
                .map(position -> text(plan.jobs().get(position).id()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(@Nullable Double seconds) {
        return seconds == null ? "null" : String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
