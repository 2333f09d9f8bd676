package dev.genci.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The jobs of a plan as boxes, from left to right, with lines to what waits for them. The critical path stands out. */
final class GraphSvg {
    private static final double PADDING = 10;

    private GraphSvg() {}

    static String print(Plan plan) {
        GraphLayout layout = new GraphLayout(plan);
        Set<Integer> critical = new HashSet<>(Timing.of(plan).criticalPath());
        StringBuilder out = new StringBuilder();
        for (boolean hot : List.of(false, true)) {
            for (GraphLayout.Line line : layout.lines()) {
                if (hot == (critical.contains(line.from()) && critical.contains(line.to()))) {
                    out.append(hot ? "<path class=\"h\" d=\"" : "<path d=\"")
                            .append(curve(line.places()))
                            .append("\"/>\n");
                }
            }
        }
        for (int i = 0; i < plan.jobs().size(); i++) {
            box(plan.jobs().get(i), layout.places().get(i), critical.contains(i), out);
        }
        return Html.svg(layout.width(), layout.height(), "Which job waits for which", out.toString());
    }

    /** Through all places, level inside of them. */
    private static String curve(List<GraphLayout.Place> places) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < places.size(); i++) {
            GraphLayout.Place from = places.get(i - 1);
            GraphLayout.Place to = places.get(i);
            double start = from.x() + GraphLayout.WIDTH;
            double middle = start + GraphLayout.BETWEEN / 2;
            out.append(i == 1 ? "M" : "H").append(Html.px(start));
            out.append(i == 1 ? " " + Html.px(from.middle()) : "");
            out.append("C").append(Html.px(middle)).append(' ').append(Html.px(from.middle()));
            out.append(' ').append(Html.px(middle)).append(' ').append(Html.px(to.middle()));
            out.append(' ').append(Html.px(to.x())).append(' ').append(Html.px(to.middle()));
        }
        return out.toString();
    }

    private static void box(PlannedJob job, GraphLayout.Place place, boolean hot, StringBuilder out) {
        String more =
                job.rows().isEmpty() ? job.work() : PlanText.count(job.rows().size(), "row");
        if (job.seconds() > 0) {
            more += " · " + PlanText.time(job.seconds());
        }
        String x = Html.px(place.x() + PADDING);
        out.append(hot ? "<g class=\"h\">" : "<g>")
                .append("<title>")
                .append(Html.text(job.id()))
                .append("</title>");
        out.append("<rect x=\"").append(Html.px(place.x())).append("\" y=\"").append(Html.px(place.y));
        out.append("\" width=\"").append(Html.px(GraphLayout.WIDTH)).append("\" height=\"");
        out.append(Html.px(GraphLayout.HEIGHT))
                .append("\" rx=\"")
                .append(job.rows().isEmpty() ? 20 : 6);
        out.append("\"/><text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(Html.px(place.y + 18))
                .append("\">");
        out.append(Html.cut(job.id(), GraphLayout.WIDTH - 2 * PADDING)).append("</text><text class=\"q\" x=\"");
        out.append(x)
                .append("\" y=\"")
                .append(Html.px(place.y + 34))
                .append("\">")
                .append(Html.cut(more, GraphLayout.WIDTH - 2 * PADDING));
        out.append("</text></g>\n");
    }
}
