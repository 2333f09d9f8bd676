package dev.genci.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan for programs: {@code {workflow, target, jobs: [{id, stage, needs: [id], rows: [{name, seconds, sessions}]}], criticalPath: [id],
 * sequential, parallel, withRunners, lowerBound, machines, runnerMinutes, cacheEntries, runners, cacheBytes, cacheLimit}}, and where it is
 * asked for {@code cold}, {@code compare} or {@code whatIf}, each with the same from {@code jobs} to {@code cacheEntries}. Times are
 * seconds; {@code null} is what is not known or was not asked.
 */
public final class PlanJson {
    private PlanJson() {}

    /** A line for each job. */
    public static String print(PlanReport report) {
        return print(report, "");
    }

    /** The same with what it is compared with. */
    public static String print(PlanReport report, Comparison comparison) {
        return print(report, ",\n\"compare\": " + old(comparison, report.runners()));
    }

    /** The same with what it would be without an order. */
    public static String print(PlanReport report, WhatIf whatIf) {
        String rows = texts(
                whatIf.held().stream().map(PlannedJob.Row::name).distinct().toList());
        String alone = whatIf.alone().stream()
                .map(each -> "{\"entry\": " + text(each.entry()) + ", \"parallel\": " + number(each.seconds()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        return print(
                report,
                ",\n\"whatIf\": {\"order\": \"" + whatIf.order() + "\", \"held\": " + rows + ", \"alone\": " + alone
                        + ", " + plan(whatIf.free(), report.runners()) + "}");
    }

    private static String print(PlanReport report, String more) {
        Plan plan = report.plan();
        Plan cold = report.cold();
        Caches caches = report.caches();
        return "{\"workflow\": " + text(plan.workflow()) + ", \"target\": " + text(plan.target()) + ", "
                + plan(plan, report.runners())
                + ", \"runners\": " + report.runners()
                + ", \"cacheBytes\": " + (caches.measured() > 0 ? String.valueOf(caches.bytes()) : null)
                + ", \"cacheLimit\": " + (caches.limit() > 0 ? String.valueOf(caches.limit()) : null)
                + (cold == null ? "" : ",\n\"cold\": {" + plan(cold, report.runners()) + "}") + more + "}\n";
    }

    /** The jobs and times of a plan, without braces. */
    private static String plan(Plan plan, @Nullable Integer runners) {
        Timing timing = Timing.of(plan);
        String jobs = plan.jobs().stream().map(job -> "  " + job(plan, job)).collect(Collectors.joining(",\n"));
        return "\"jobs\": [\n" + jobs + "\n],\n"
                + "\"criticalPath\": " + ids(plan, timing.criticalPath()) + ",\n"
                + "\"sequential\": " + number(timing.sequential())
                + ", \"parallel\": " + number(timing.parallel())
                + ", \"withRunners\": " + number(runners == null ? null : Timing.on(runners, plan))
                + ", \"lowerBound\": " + number(runners == null ? null : timing.lowerBound(runners))
                + ", \"machines\": " + plan.machines()
                + ", \"runnerMinutes\": " + plan.runnerMinutes()
                + ", \"cacheEntries\": " + plan.caches();
    }

    /** The other side of a comparison. */
    private static String old(Comparison comparison, @Nullable Integer runners) {
        HandWritten old = comparison.old();
        return "{\"workflow\": " + text(old.plan().workflow()) + ", " + plan(old.plan(), runners)
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
