package dev.genci.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When each row of a plan runs: a bar each, from its start to its end. */
final class GanttSvg {
    private static final double LABEL = 250;
    private static final double CHART = 700;
    private static final double RIGHT = 80;
    private static final double ROW = 22;
    private static final double BAR = 14;
    private static final int MOST = 300;
    private static final int MOST_TICKS = 8;
    private static final List<Integer> STEPS =
            List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400);

    private final double scale;
    private final StringBuilder out = new StringBuilder();
    private double y;

    /** @param end seconds at the right end */
    private GanttSvg(double end) {
        this.scale = CHART / Math.max(1, end);
    }

    /**
     * A line for each row, in the order of the jobs.
     *
     * @param end seconds at the right end
     */
    static String rows(Plan plan, Schedule schedule, double end, String title) {
        GanttSvg svg = new GanttSvg(end);
        Set<Integer> critical = new HashSet<>(Timing.of(plan).criticalPath());
        List<List<Schedule.Slot>> slots = schedule.byJob(plan);
        List<Double> ends = schedule.ends(plan);
        int left = plan.rows() - MOST;
        for (int i = 0; i < plan.jobs().size() && svg.y < MOST * ROW; i++) {
            PlannedJob job = plan.jobs().get(i);
            PlannedJob.Row longest = critical.contains(i) ? job.longest() : null;
            if (job.rows().isEmpty()) {
                svg.label(job.id());
                svg.milestone(ends.get(i));
                svg.y += ROW;
            }
            for (Schedule.Slot slot : slots.get(i)) {
                svg.label(slot.row().name());
                svg.bar(slot, slot.row().equals(longest));
                svg.y += ROW;
            }
        }
        if (left > 0) {
            svg.label("and " + left + " more");
            svg.y += ROW;
        }
        return svg.finished(end, title);
    }

    /** A line for each runner. */
    static String runners(Schedule schedule, double end, String title) {
        GanttSvg svg = new GanttSvg(end);
        List<List<Schedule.Slot>> lanes = new ArrayList<>();
        for (int runner = 0; runner < Math.min(MOST, schedule.runners()); runner++) {
            lanes.add(new ArrayList<>());
        }
        schedule.slots().stream().filter(slot -> slot.runner() < lanes.size()).forEach(slot -> lanes.get(slot.runner())
                .add(slot));
        for (int runner = 0; runner < lanes.size(); runner++) {
            svg.label("runner " + (runner + 1));
            lanes.get(runner).forEach(svg::named);
            svg.y += ROW;
        }
        return svg.finished(end, title);
    }

    private void label(String text) {
        out.append("<text x=\"0\" y=\"").append(Html.px(y + 15)).append("\">");
        out.append(Html.cut(text, LABEL - 10)).append("</text>\n");
    }

    private void bar(Schedule.Slot slot, boolean hot) {
        boolean known = slot.row().seconds() != null;
        rect(slot, known ? hot ? "h" : "b" : "e", 0);
        double end = Math.max(x(slot.end()), x(slot.start()) + 3);
        String time = known ? PlanText.time(slot.end() - slot.start()) : "not known";
        out.append("<text class=\"q\" x=\"")
                .append(Html.px(end + 5))
                .append("\" y=\"")
                .append(Html.px(y + 15));
        out.append("\">").append(time).append("</text>\n");
    }

    /** A bar with its name inside, as far as there is room. */
    private void named(Schedule.Slot slot) {
        rect(slot, "", 1);
        double width = x(slot.end()) - x(slot.start()) - 8;
        if (width > 20) {
            out.append("<text x=\"")
                    .append(Html.px(x(slot.start()) + 4))
                    .append("\" y=\"")
                    .append(Html.px(y + 15));
            out.append("\">").append(Html.cut(slot.row().name(), width)).append("</text>\n");
        }
    }

    private void rect(Schedule.Slot slot, String style, double gap) {
        double width = Math.max(3, x(slot.end()) - x(slot.start()) - gap);
        out.append(style.isEmpty() ? "<rect x=\"" : "<rect class=\"" + style + "\" x=\"");
        out.append(Html.px(x(slot.start()))).append("\" y=\"").append(Html.px(y + (ROW - BAR) / 2));
        out.append("\" width=\"").append(Html.px(width)).append("\" height=\"").append(Html.px(BAR));
        out.append("\" rx=\"3\"><title>").append(Html.text(slot.row().name())).append(": ");
        out.append(PlanText.time(slot.start())).append(" to ").append(PlanText.time(slot.end()));
        out.append("</title></rect>\n");
    }

    private void milestone(double at) {
        double x = x(at);
        double middle = y + ROW / 2;
        out.append("<polygon points=\"");
        out.append(Html.px(x - 6)).append(',').append(Html.px(middle)).append(' ');
        out.append(Html.px(x)).append(',').append(Html.px(middle - 6)).append(' ');
        out.append(Html.px(x + 6)).append(',').append(Html.px(middle)).append(' ');
        out.append(Html.px(x)).append(',').append(Html.px(middle + 6)).append("\"/>\n");
    }

    private double x(double seconds) {
        return LABEL + seconds * scale;
    }

    /** With the axis, which is drawn first so that bars cover its lines. */
    private String finished(double end, String title) {
        StringBuilder axis = new StringBuilder();
        int step = STEPS.get(STEPS.size() - 1);
        for (int each : STEPS) {
            if (end / each <= MOST_TICKS) {
                step = each;
                break;
            }
        }
        for (double at = 0; at <= end && at / step < 4 * MOST_TICKS; at += step) {
            String x = Html.px(x(at));
            axis.append("<line x1=\"")
                    .append(x)
                    .append("\" y1=\"0\" x2=\"")
                    .append(x)
                    .append("\" y2=\"");
            axis.append(Html.px(y + 4))
                    .append("\"/><text class=\"q\" text-anchor=\"middle\" x=\"")
                    .append(x);
            axis.append("\" y=\"")
                    .append(Html.px(y + 18))
                    .append("\">")
                    .append(PlanText.time(at))
                    .append("</text>\n");
        }
        return Html.svg(LABEL + CHART + RIGHT, y + 24, title, axis.toString() + out);
    }
}
