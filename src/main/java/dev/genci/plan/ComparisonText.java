package dev.genci.plan;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for people: a table, then what only one side runs, and what is not known. */
public final class ComparisonText {
    private static final int SHOWN = 12;

    private ComparisonText() {}

    /**
     * The table.
     *
     * @param runners how many there are; {@code null} as many as it takes
     */
    public static String print(Comparison comparison, @Nullable Integer runners) {
        String old = comparison.old().title();
        String now = comparison.now().workflow() + " for " + comparison.now().target();
        StringBuilder out = new StringBuilder();
        out.append(SideBySide.table(new SideBySide.Line("", old, now), comparison.lines(runners)));
        out.append('\n');
        names(out, "only there", comparison.onlyOld());
        names(out, "only here", comparison.onlyNow());
        names(out, "not known there", comparison.old().unclear());
        if (comparison.isTimed()) {
            names(out, "no duration there", comparison.old().without());
            if (comparison.now().unknown() > 0) {
                out.append("no duration here: ")
                        .append(PlanText.count((int) comparison.now().unknown(), "row"))
                        .append('\n');
            }
            out.append(gain(comparison));
        } else {
            out.append("no durations on both sides: write duration in sessions, or pass --durations\n");
        }
        return out.toString();
    }

    private static String gain(Comparison comparison) {
        double before = Timing.of(comparison.old().plan()).parallel();
        double after = Timing.of(comparison.now()).parallel();
        String difference = PlanText.time(Math.abs(before - after));
        return "in parallel: " + (before >= after ? difference + " less" : difference + " more") + "\n";
    }

    private static void names(StringBuilder out, String title, Collection<String> names) {
        if (!names.isEmpty()) {
            List<String> shown = names.stream().limit(SHOWN).toList();
            out.append(title).append(": ").append(String.join(", ", shown));
            out.append(names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
            out.append('\n');
        }
    }
}
