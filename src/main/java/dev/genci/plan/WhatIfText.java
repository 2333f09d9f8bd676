package dev.genci.plan;

import org.jspecify.annotations.Nullable;

/** What an order costs, for people: a table, then what it holds back, and its price. */
public final class WhatIfText {
    private WhatIfText() {}

    /**
     * The table.
     *
     * @param runners how many there are; {@code null} as many as it takes
     */
    public static String print(WhatIf whatIf, @Nullable Integer runners) {
        Plan now = whatIf.now();
        SideBySide.Line heading = new SideBySide.Line("", now.workflow() + " for " + now.target(), whatIf.title());
        return SideBySide.table(heading, whatIf.lines(runners)) + "\n" + String.join("\n", whatIf.notes()) + "\n";
    }
}
