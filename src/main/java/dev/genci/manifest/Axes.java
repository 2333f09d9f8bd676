package dev.genci.manifest;

import java.util.List;

/**
 * The rows of an entry: each interpreter with each parameter on each runner.
 *
 * @param pythons empty: one row without an interpreter, which only a command can have
 * @param parameters as nox prints them inside the parentheses; empty: one row without
 * @param runners empty: one row, on the target's runner
 */
public record Axes(List<Located<String>> pythons, List<Located<String>> parameters, List<Runner> runners) {
    /** How many there are: more than a {@code long} holds, if somebody wants to. */
    public double rows() {
        return size(pythons) * size(parameters) * size(runners);
    }

    private static double size(List<?> axis) {
        return Math.max(1, axis.size());
    }
}
