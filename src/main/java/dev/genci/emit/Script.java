package dev.genci.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A script of a step, a file that can be run and checked as it is. A line that ends in {@code # if FACT} or
 * {@code # if !FACT} is written only where that holds.
 */
record Script(List<Line> lines) {
    private static final String CONDITION = "  # if ";

    /**
     * A line.
     *
     * @param fact the name of the flag on which it depends; empty when it is always there
     * @param wanted what the flag must be
     */
    private record Line(String text, String fact, boolean wanted) {
        static Line of(String text) {
            int end = text.lastIndexOf(CONDITION);
            if (end < 0) {
                return new Line(text, "", true);
            }
            String fact = text.substring(end + CONDITION.length());
            boolean wanted = !fact.startsWith("!");
            return new Line(text.substring(0, end), wanted ? fact : fact.substring(1), wanted);
        }

        boolean isThere(Map<String, Object> facts) {
            if (fact.isEmpty()) {
                return true;
            }
            if (!(facts.get(fact) instanceof Boolean flag)) {
                throw new IllegalStateException("a script asks for " + fact + ", which its step does not tell");
            }
            return flag == wanted;
        }
    }

    /** Parses a script. */
    static Script of(String text) {
        return new Script(text.lines().map(Line::of).toList());
    }

    /** The text for a step, without the last line break. */
    String text(Map<String, Object> facts) {
        List<String> there = new ArrayList<>();
        for (Line line : lines) {
            if (line.isThere(facts)) {
                there.add(line.text());
            }
        }
        return String.join("\n", there);
    }
}
