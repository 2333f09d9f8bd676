package dev.genci.plan;

import org.jspecify.annotations.Nullable;

/** A comparison for people: a table, then what only one side runs, and what is not known. */
public final class ComparisonText {
    private ComparisonText() {}

    /**
     * The table.
     *
     * @param runners how many there are; {@code null} as many as it takes
     */
    public static String print(Comparison comparison, @Nullable Integer runners) {
        Plan now = comparison.now();
        SideBySide.Line heading =
                new SideBySide.Line("", comparison.old().title(), now.workflow() + " for " + now.target());
        return SideBySide.table(heading, comparison.lines(runners)) + "\n" + String.join("\n", comparison.notes())
                + "\n";
    }
}
