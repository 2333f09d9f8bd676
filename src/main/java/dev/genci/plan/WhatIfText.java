package dev.genci.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an order costs, for people. */
public final class WhatIfText {
    private static final int SHOWN = 8;

    private WhatIfText() {}

    /**
     * A table, then the price, and whose order it is.
     *
     * @param runners how many there are; {@code null} as many as it takes
     */
    public static String print(WhatIf whatIf, @Nullable Integer runners) {
        Plan now = whatIf.now();
        String title = now.workflow() + " for " + now.target();
        String without = whatIf.order() == Order.needs ? "without needs" : "all parallel-safe";
        StringBuilder out = new StringBuilder();
        out.append(SideBySide.table(new SideBySide.Line("", title, without), whatIf.lines(runners)))
                .append('\n');
        boolean timed = SideBySide.isTimed(now, whatIf.free());
        if (whatIf.held().isEmpty()) {
            return out.append(whatIf.order() == Order.needs ? "nothing waits\n" : "everything is parallel-safe\n")
                    .toString();
        }
        List<String> rows =
                whatIf.held().stream().map(PlannedJob.Row::name).distinct().toList();
        out.append(whatIf.order() == Order.needs ? "held back: " : "never side by side: ");
        out.append(rows.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        out.append(rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "");
        if (!timed) {
            return out.append("\nno durations: write duration in sessions, or pass --durations\n")
                    .toString();
        }
        double held = whatIf.held().stream().mapToDouble(PlannedJob.Row::known).sum();
        out.append("; ").append(PlanText.time(held)).append(" in all\n");
        price(out, whatIf);
        return out.toString();
    }

    private static void price(StringBuilder out, WhatIf whatIf) {
        double now = Timing.of(whatIf.now()).parallel();
        double price = now - Timing.of(whatIf.free()).parallel();
        out.append("the order costs ").append(PlanText.time(price)).append(" in parallel\n");
        for (WhatIf.Alone each : whatIf.alone()) {
            out.append("only ").append(each.entry()).append(" without it: ");
            out.append(PlanText.time(now - each.seconds())).append(" less\n");
        }
    }
}
