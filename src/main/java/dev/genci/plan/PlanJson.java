package dev.genci.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan for programs: {@code {workflow, target, jobs: [{id, stage, needs: [id], rows: [{name, seconds, sessions}]}], criticalPath: [id], sequential,
 * parallel, runners, withRunners, lowerBound}}; for a comparison also {@code compare: {files, jobs, machines, ...}}. Times are seconds;
 * {@code null} is what is not known or was not asked.
 */
public final class PlanJson {
    private PlanJson() {}

    /**
     * A line for each job.
     *
     * @param comparison absent where nothing is compared
     */
    public static String print(Plan plan, @Nullable Integer runners, @Nullable Comparison comparison) {
        Timing timing = Timing.of(plan);
        String jobs = plan.jobs().stream().map(job -> "  " + job(plan, job)).collect(Collectors.joining(",\n"));
        return "{\"workflow\": " + text(plan.workflow()) + ", \"target\": " + text(plan.target()) + ", \"jobs\": [\n"
                + jobs + "\n],\n"
                + "\"criticalPath\": " + ids(plan, timing.criticalPath()) + ",\n"
                + "\"sequential\": " + number(timing.sequential())
                + ", \"parallel\": " + number(timing.parallel())
                + ", \"runners\": " + runners
                + ", \"withRunners\": " + number(runners == null ? null : Timing.on(runners, plan))
                + ", \"lowerBound\": " + number(runners == null ? null : timing.lowerBound(runners))
                + ", \"machines\": " + plan.machines()
                + ", \"runnerMinutes\": " + plan.runnerMinutes()
                + ", \"cacheEntries\": " + plan.caches()
                + (comparison == null ? "" : ",\n\"compare\": " + old(comparison, runners)) + "}\n";
    }

    /** The other side of a comparison. */
    private static String old(Comparison comparison, @Nullable Integer runners) {
        HandWritten old = comparison.old();
        Plan plan = old.plan();
        Timing timing = Timing.of(plan);
        boolean timed = plan.unknown() < plan.rows();
        String jobs = plan.jobs().stream().map(job -> "  " + job(plan, job)).collect(Collectors.joining(",\n"));
        return "{\"workflow\": " + text(plan.workflow()) + ", \"jobs\": [\n" + jobs + "\n],\n"
                + "\"criticalPath\": " + ids(plan, timing.criticalPath()) + ",\n"
                + "\"sequential\": " + number(timed ? timing.sequential() : null)
                + ", \"parallel\": " + number(timed ? timing.parallel() : null)
                + ", \"withRunners\": " + number(runners == null ? null : Timing.on(runners, plan))
                + ", \"lowerBound\": " + number(runners == null ? null : timing.lowerBound(runners))
                + ", \"machines\": " + plan.machines()
                + ", \"runnerMinutes\": " + plan.runnerMinutes()
                + ", \"cacheEntries\": " + plan.caches()
                + ", \"noxJobs\": " + old.noxJobs()
                + ", \"cachedJobs\": " + old.cached() + ",\n"
                + "\"onlyThere\": " + texts(comparison.onlyOld())
                + ", \"onlyHere\": " + texts(comparison.onlyNow())
                + ", \"unclear\": " + texts(old.unclear())
                + ", \"withoutDuration\": " + texts(old.without()) + "}";
    }

    private static String texts(Collection<String> texts) {
        return texts.stream().map(PlanJson::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String job(Plan plan, PlannedJob job) {
        String rows = job.rows().stream()
                .map(row -> "{\"name\": " + text(row.name()) + ", \"seconds\": " + number(row.seconds())
                        + ", \"sessions\": " + texts(row.sessions()) + "}")
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
