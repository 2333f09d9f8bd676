package dev.genci.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan as one page that loads nothing: the figures, the graph, when rows run, the jobs; and what it is compared with. */
public final class PlanHtml {
    /** What tells a page of ours from others. */
    public static final String SIGN = "<meta name=\"generator\" content=\"gen-ci plan\">";

    private static final int MOST_JOBS = 300;

    private final PlanReport report;
    private final Plan plan;
    private final StringBuilder out = new StringBuilder();

    private PlanHtml(PlanReport report) {
        this.report = report;
        this.plan = report.plan();
    }

    /**
     * The page.
     *
     * @param comparison with hand-written workflows; absent where there are none
     * @param whatIf what it would be without an order; absent where nobody asks
     */
    public static String print(PlanReport report, @Nullable Comparison comparison, @Nullable WhatIf whatIf) {
        return new PlanHtml(report).page(comparison, whatIf);
    }

    private String page(@Nullable Comparison comparison, @Nullable WhatIf whatIf) {
        String title = Html.text(name());
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(SIGN);
        out.append(
                "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(title);
        out.append("</title>\n<style>\n")
                .append(css())
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(title);
        out.append("</h1>\n");
        figures();
        graph();
        gantt(comparison);
        if (comparison != null) {
            out.append("<h2>Beside the hand-written workflow</h2>\n");
            table(comparison.old().title(), name(), comparison.lines(report.runners()));
            comparison.notes().forEach(this::note);
        }
        if (whatIf != null) {
            out.append("<h2>What the order costs</h2>\n");
            table(name(), whatIf.title(), whatIf.lines(report.runners()));
            whatIf.notes().forEach(this::note);
        }
        jobs();
        out.append("<p>Made by gen-ci plan. Times are those of nox alone.</p>\n</body>\n</html>\n");
        return out.toString();
    }

    private String name() {
        return plan.workflow() + " for " + plan.target();
    }

    private void note(String text) {
        out.append("<p>").append(Html.text(text)).append("</p>\n");
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(PlanHtml.class.getResourceAsStream("/plan.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isTimed() {
        return plan.unknown() < plan.rows();
    }

    private void figures() {
        Timing timing = Timing.of(plan);
        out.append("<dl>\n");
        figure("jobs", String.valueOf(plan.jobs().size()));
        figure("machines", String.valueOf(plan.machines()));
        if (isTimed()) {
            figure("one after another", PlanText.time(timing.sequential()));
            figure("in parallel", PlanText.time(timing.parallel()));
            Integer runners = report.runners();
            if (runners != null) {
                figure("with " + PlanText.count(runners, "runner"), PlanText.time(Timing.on(runners, plan)));
                figure("at least", PlanText.time(timing.lowerBound(runners)));
            }
            figure("runner minutes", String.valueOf(plan.runnerMinutes()));
        }
        figure("entries of the cache", String.valueOf(plan.caches()));
        if (report.caches().measured() > 0) {
            figure("before compression", Caches.size(report.caches().bytes()));
        }
        Plan cold = report.cold();
        if (cold != null && isTimed()) {
            figure(
                    "without a hit, one after another",
                    PlanText.time(Timing.of(cold).sequential()));
            figure("without a hit, in parallel", PlanText.time(Timing.of(cold).parallel()));
        }
        out.append("</dl>\n");
    }

    private void figure(String title, String value) {
        out.append("<div><dt>").append(Html.text(title)).append("</dt><dd>").append(Html.text(value));
        out.append("</dd></div>\n");
    }

    private void graph() {
        out.append("<h2>Which job waits for which</h2>\n<p>Critical path: ");
        out.append(Html.text(PlanText.criticalPath(plan))).append("</p>\n");
        if (plan.jobs().size() <= MOST_JOBS) {
            out.append(GraphSvg.print(plan));
        } else {
            out.append("<p>There are too many jobs to draw them.</p>\n");
        }
    }

    private void gantt(@Nullable Comparison comparison) {
        out.append("<h2>When each row runs</h2>\n");
        if (!isTimed()) {
            out.append("<p>No durations: write duration in sessions, or pass --durations.</p>\n");
            return;
        }
        Schedule parallel = Schedule.of(plan);
        Integer runners = report.runners();
        Schedule limited = runners == null ? null : Schedule.on(runners, plan);
        Comparison timed = comparison != null && comparison.isTimed() ? comparison : null;
        double end = Math.max(
                limited == null ? parallel.end() : limited.end(),
                timed == null ? 0 : Timing.of(timed.old().plan()).parallel());
        if (timed != null) {
            Plan old = timed.old().plan();
            out.append("<p>").append(Html.text(timed.old().title())).append("</p>\n");
            out.append(GanttSvg.rows(old, Schedule.of(old), end, "When each row of the old workflow runs"));
            out.append("<p>").append(Html.text(name())).append("</p>\n");
        }
        out.append(GanttSvg.rows(plan, parallel, end, "When each row runs"));
        if (limited != null) {
            out.append("<h2>On ")
                    .append(PlanText.count(limited.runners(), "runner"))
                    .append("</h2>\n");
            out.append(GanttSvg.runners(limited, end, "What each runner does"));
        }
    }

    private void table(String left, String right, List<SideBySide.Line> lines) {
        out.append("<table>\n");
        row("th", List.of("", left, right));
        lines.forEach(line -> row("td", List.of(line.title(), line.left(), line.right())));
        out.append("</table>\n");
    }

    private void jobs() {
        out.append("<h2>Jobs</h2>\n<table>\n");
        row("th", List.of("Job", "Stage", "Rows", "After"));
        for (PlannedJob job : plan.jobs().stream().limit(MOST_JOBS).toList()) {
            List<String> rows = new ArrayList<>();
            job.rows().stream()
                    .limit(MOST_JOBS)
                    .forEach(row -> rows.add(
                            row.seconds() == null ? row.name() : row.name() + " " + PlanText.time(row.seconds())));
            String after =
                    job.needs().stream().map(need -> plan.jobs().get(need).id()).collect(Collectors.joining(", "));
            row("td", List.of(job.id(), String.valueOf(job.stage()), String.join(", ", rows), after));
        }
        out.append("</table>\n");
    }

    private void row(String cell, List<String> texts) {
        out.append("<tr>");
        texts.forEach(text -> out.append('<').append(cell).append('>').append(Html.text(text)));
        out.append("\n");
    }
}
