package dev.genci.manifest;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an entry: each interpreter with each parameter and each value of its own axes on each runner.
 *
 * @param pythons empty: one row that names no interpreter, which only a command can have, or an entry with such a file
 * @param pythonFile the file of the repository that names the interpreter when CI runs, in place of versions
 * @param parameters as nox prints them inside the parentheses; empty: one row without
 * @param own the axes that the manifest names itself
 * @param runners empty: one row, on the target's runner
 * @param excluded combinations that are no rows
 * @param part which of the entry's rows these are; absent where they are all
 */
public record Axes(
        List<Located<String>> pythons,
        @Nullable Located<String> pythonFile,
        List<Located<String>> parameters,
        List<Own> own,
        List<Runner> runners,
        List<RowPattern> excluded,
        @Nullable Part part) {
    /** An axis of the manifest's own, which nox knows nothing of. */
    public record Own(Located<String> name, List<Located<String>> values) {}

    /**
     * A part of an entry's rows: those to which the same items of {@code include} add something, or one that such an item is.
     *
     * @param items those of the entry that may match
     * @param matching which of them match these rows
     * @param pythons of the whole entry, each once
     * @param onSeveral whether the whole entry runs on several runners
     */
    public record Part(List<RowPattern> items, BitSet matching, List<Located<String>> pythons, boolean onSeveral) {
        private boolean has(Invocation invocation, @Nullable Runner runner) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).matches(invocation, runner) != matching.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The same with the interpreters and runners that others have, as a part. */
    Axes brought(Axes others, Part as) {
        return new Axes(others.pythons, others.pythonFile, parameters, own, others.runners, excluded, as);
    }

    /** The same as a part. */
    Axes with(Part as) {
        return new Axes(pythons, pythonFile, parameters, own, runners, excluded, as);
    }

    /** The versions of the whole entry. */
    List<Located<String>> pythonsOfEntry() {
        return part == null ? pythons : part.pythons();
    }

    /** Whether the whole entry runs on several runners, as far as the manifest names them. */
    public boolean isOnSeveral() {
        return part == null ? runners.size() > 1 : part.onSeveral();
    }

    /** Whether not every combination is a row. */
    public boolean isSelection() {
        return !excluded.isEmpty() || part != null;
    }

    /** Whether a combination is a row; absent where the entry names no runner. */
    public boolean has(Invocation invocation, @Nullable Runner runner) {
        boolean out = excluded.stream().anyMatch(pattern -> pattern.matches(invocation, runner));
        return !out && (part == null || part.has(invocation, runner));
    }

    /** Whether a combination is a row on any runner. */
    boolean has(Invocation invocation) {
        return runners.isEmpty() ? has(invocation, null) : runners.stream().anyMatch(runner -> has(invocation, runner));
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
