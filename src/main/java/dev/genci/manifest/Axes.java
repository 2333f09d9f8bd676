package dev.genci.manifest;

import java.util.List;

/**
 * The rows of an entry: each interpreter with each parameter and each value of its own axes on each runner.
 *
 * @param pythons empty: one row without an interpreter, which only a command can have
 * @param parameters as nox prints them inside the parentheses; empty: one row without
 * @param own the axes that the manifest names itself
 * @param runners empty: one row, on the target's runner
 */
public record Axes(
        List<Located<String>> pythons, List<Located<String>> parameters, List<Own> own, List<Runner> runners) {
    /** An axis of the manifest's own, which nox knows nothing of. */
    public record Own(Located<String> name, List<Located<String>> values) {}

    /** How many there are: more than a {@code long} holds, if somebody wants to. */
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
