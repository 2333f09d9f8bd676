package dev.genci.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an entry: each interpreter with each parameter and each value of its own axes on each runner.
 *
 * @param pythons empty: one row without an interpreter, which only a command can have
 * @param parameters as nox prints them inside the parentheses; empty: one row without
 * @param own the axes that the manifest names itself
 * @param runners empty: one row, on the target's runner
 * @param excluded combinations that are no rows
 */
public record Axes(
        List<Located<String>> pythons,
        List<Located<String>> parameters,
        List<Own> own,
        List<Runner> runners,
        List<RowPattern> excluded) {
    /** An axis of the manifest's own, which nox knows nothing of. */
    public record Own(Located<String> name, List<Located<String>> values) {}

    /** Whether a combination is a row; absent where the entry names no runner. */
    public boolean has(Invocation invocation, @Nullable Runner runner) {
        return excluded.isEmpty() || excluded.stream().noneMatch(pattern -> pattern.matches(invocation, runner));
    }

    /** Whether a combination is a row on any runner. */
    boolean has(Invocation invocation) {
        return excluded.isEmpty()
                || (runners.isEmpty()
                        ? has(invocation, null)
                        : runners.stream().anyMatch(runner -> has(invocation, runner)));
    }

    /** How many there are at most: more than a {@code long} holds, if somebody wants to. */
    public double rows() {
        double rows = size(pythons) * size(parameters) * size(runners);
        for (Own axis : own) {
            rows *= size(axis.values());
        }
        return rows;
    }

    private static double size(List<?> axis) {
        return Math.max(1, axis.size());
    }
}
