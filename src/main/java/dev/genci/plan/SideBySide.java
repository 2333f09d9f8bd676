package dev.genci.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two plans, line by line. */
final class SideBySide {
    private SideBySide() {}

    /** A line of the table: what it is called, then a value for each side. */
    record Line(String title, String left, String right) {}

    /** How large they are. */
    static List<Line> sizes(Plan left, Plan right) {
        return List.of(
                line("jobs", left.jobs().size(), right.jobs().size()),
                line("machines", left.machines(), right.machines()),
                line("stages", left.stages(), right.stages()));
    }

    /** Whether both have a row whose duration is known. */
    static boolean isTimed(Plan left, Plan right) {
        return left.unknown() < left.rows() && right.unknown() < right.rows();
    }

    /**
     * How long they take.
     *
     * @param runners how many there are; {@code null} where nobody asks
     */
    static List<Line> times(Plan left, Plan right, @Nullable Integer runners) {
        Timing one = Timing.of(left);
        Timing other = Timing.of(right);
        List<Line> lines = new ArrayList<>();
        lines.add(times("one after another", one.sequential(), other.sequential()));
        lines.add(times("in parallel", one.parallel(), other.parallel()));
        if (runners != null) {
            lines.add(times(
                    "with " + PlanText.count(runners, "runner"), Timing.on(runners, left), Timing.on(runners, right)));
            lines.add(times("at least", one.lowerBound(runners), other.lowerBound(runners)));
        }
        lines.add(line("runner minutes", left.runnerMinutes(), right.runnerMinutes()));
        return lines;
    }

    /** A line with numbers. */
    static Line line(String title, long left, long right) {
        return new Line(title, String.valueOf(left), String.valueOf(right));
    }

    private static Line times(String title, double left, double right) {
        return new Line(title, PlanText.time(left), PlanText.time(right));
    }

    /** All lines below a heading, in columns. */
    static String table(Line heading, List<Line> lines) {
        List<Line> all = new ArrayList<>(List.of(heading));
        all.addAll(lines);
        int first = all.stream().mapToInt(line -> line.title().length()).max().orElse(0) + 2;
        int second = all.stream().mapToInt(line -> line.left().length()).max().orElse(0) + 2;
        StringBuilder out = new StringBuilder();
        for (Line line : all) {
            out.append(padded(line.title(), first)).append(padded(line.left(), second));
            out.append(line.right()).append('\n');
        }
        return out.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
