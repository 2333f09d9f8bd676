package dev.genci.audit;

import dev.genci.edit.Lines;
import dev.genci.workflow.Step;

/**
 * The lines of a step in a list in block style.
 *
 * @param first the first of them: its comment, or the line of its dash
 * @param end after the last one
 * @param dash spaces before its dash
 * @param keys spaces before its keys
 */
record StepLines(int first, int end, int dash, int keys) {

    /** Those of a step; {@code dash} is -1 where it does not begin a line with a dash. */
    static StepLines of(Step step, Lines lines) {
        int line = step.place().line();
        int dash = lines.indent(line);
        int keys = lines.offset(step.place()) - lines.start(line);
        String before = lines.line(line).substring(0, keys);
        if (!before.isBlank() && !before.strip().equals("-") || before.isBlank()) {
            return new StepLines(line, line, -1, keys);
        }
        int first = line;
        while (first > 1 && isComment(first - 1, dash, lines)) {
            first--;
        }
        int end = line + 1;
        for (int next = end; next <= lines.count() && (lines.isBlank(next) || lines.indent(next) > dash); next++) {
            end = lines.isBlank(next) ? end : next + 1;
        }
        return new StepLines(first, end, dash, keys);
    }

    /** A comment at the dash is about the step; one that is further in may be a line of the script before. */
    private static boolean isComment(int line, int dash, Lines lines) {
        return lines.indent(line) == dash && lines.line(line).startsWith("#", dash);
    }

    /** Whether the list has an empty line between its steps. */
    boolean isSpaced(Lines lines) {
        return first > 1 && lines.isBlank(first - 1);
    }

    /** What a step begins with here, as wide as that of its neighbour. */
    String start() {
        return " ".repeat(dash) + "-" + " ".repeat(keys - dash - 1);
    }
}
