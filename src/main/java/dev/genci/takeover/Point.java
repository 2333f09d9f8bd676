package dev.genci.takeover;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a row is on the axes of its entry.
 *
 * @param values the interpreter, the system, then those of the entry's own axes; each may be empty
 */
record Point(List<String> values) {

    /** Copies the list. */
    Point {
        values = List.copyOf(values);
    }

    /** That of a row. */
    static Point of(Cell cell, Own own) {
        List<String> values = new ArrayList<>(List.of(cell.python(), cell.os()));
        own.axes().values().forEach(path -> values.add(String.valueOf(Rewriter.value(cell, path))));
        return new Point(values);
    }

    /** The value on an axis. */
    String on(int axis) {
        return values.get(axis);
    }

    /** The same but for one axis. */
    Point with(int axis, String value) {
        List<String> other = new ArrayList<>(values);
        other.set(axis, value);
        return new Point(other);
    }
}
