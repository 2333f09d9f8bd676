package dev.genci.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for people. */
public final class PlanText {
    private static final int SHOWN = 6;

    private PlanText() {}

    /** The stages with their jobs, then the times. */
    public static String print(PlanReport report) {
        Plan plan = report.plan();
        StringBuilder out = new StringBuilder();
        out.append(plan.workflow())
                .append(" for ")
                .append(plan.target())
                .append(": ")
                .append(count(plan.jobs().size(), "job"));
        out.append(", ").append(count(plan.rows(), "row"));
        out.append(", ").append(count(plan.stages(), "stage")).append('\n');
        // There may be as many stages as jobs.
        List<List<PlannedJob>> stages = new ArrayList<>();
        int last = plan.stages();
        for (int stage = 0; stage < last; stage++) {
            stages.add(new ArrayList<>());
        }
        plan.jobs().forEach(job -> stages.get(job.stage() - 1).add(job));
        for (int stage = 0; stage < stages.size(); stage++) {
            out.append("\nstage ").append(stage + 1).append('\n');
            stages.get(stage).forEach(job -> job(plan, job, out));
        }
        out.append("\ncritical path: ").append(criticalPath(plan)).append('\n');
        times(report, out);
        return out.append(report.caches().text()).toString();
    }

    private static void job(Plan plan, PlannedJob job, StringBuilder out) {
        out.append("  ").append(job.id()).append(": ");
        if (job.rows().isEmpty()) {
            out.append(job.work());
        } else {
            List<String> rows = new ArrayList<>();
            job.rows().stream()
                    .limit(SHOWN)
                    .forEach(row ->
                            rows.add(row.seconds() == null ? row.name() : row.name() + " " + time(row.seconds())));
            out.append(String.join(", ", rows));
            out.append(job.rows().size() > SHOWN ? " and " + (job.rows().size() - SHOWN) + " more" : "");
        }
        if (!job.needs().isEmpty()) {
            String needs = job.needs().stream()
                    .limit(SHOWN)
                    .map(need -> plan.jobs().get(need).id())
                    .collect(Collectors.joining(", "));
            out.append("; after ").append(needs);
            out.append(job.needs().size() > SHOWN ? " and " + (job.needs().size() - SHOWN) + " more" : "");
        }
        out.append('\n');
    }

    /** The jobs of the critical path, with the slowest row of each. */
    static String criticalPath(Plan plan) {
        return Timing.of(plan).criticalPath().stream()
                .map(plan.jobs()::get)
                .map(job -> {
                    PlannedJob.Row longest = job.rows().size() < 2 ? null : job.longest();
                    return longest == null || longest.seconds() == null
                            ? job.id()
                            : job.id() + " (" + longest.name() + ")";
                })
                .collect(Collectors.joining(" > "));
    }

    private static void times(PlanReport report, StringBuilder out) {
        Plan plan = report.plan();
        if (plan.unknown() == plan.rows()) {
            out.append("no durations: write duration in sessions, or pass --durations\n");
            return;
        }
        Timing timing = Timing.of(plan);
        out.append("one after another: ").append(time(timing.sequential())).append('\n');
        out.append("in parallel: ").append(time(timing.parallel())).append('\n');
        Integer runners = report.runners();
        if (runners != null) {
            out.append("with ").append(count(runners, "runner")).append(": ");
            out.append(time(Timing.on(runners, plan))).append(" (at least ");
            out.append(time(timing.lowerBound(runners))).append(")\n");
        }
        out.append("runner minutes: ").append(plan.runnerMinutes()).append('\n');
        if (plan.unknown() > 0) {
            out.append("not counted: ").append(count((int) plan.unknown(), "row"));
            out.append(" without a duration\n");
        }
        Plan cold = report.cold();
        if (cold != null) {
            Timing without = Timing.of(cold);
            out.append("without a hit: ").append(time(without.sequential())).append(" one after another, ");
            out.append(time(without.parallel())).append(" in parallel\n");
            out.append("hits save: ").append(time(Math.max(0, without.sequential() - timing.sequential())));
            out.append(" and ")
                    .append(time(Math.max(0, without.parallel() - timing.parallel())))
                    .append('\n');
        }
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1h5m}, {@code 6m10s}, {@code 3s}: to the second. */
    static String time(double exact) {
        long seconds = Math.round(exact);
        String hours = seconds >= 3600 ? seconds / 3600 + "h" : "";
        String minutes = seconds % 3600 >= 60 ? seconds % 3600 / 60 + "m" : "";
        String rest = seconds % 60 > 0 || seconds == 0 ? seconds % 60 + "s" : "";
        return hours + minutes + rest;
    }
}
