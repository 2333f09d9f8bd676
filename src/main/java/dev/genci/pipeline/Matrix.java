package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of a job. A job with one row has no matrix. */
public sealed interface Matrix {
    /** One row, all of it in the job. */
    record None() implements Matrix {}

    /**
     * Every combination of the axes' values, at least two, and what a list adds: to each combination that has an item's values
     * of the axes the item's other fields, and where there is none a row.
     *
     * @param include the list; may be empty
     */
    record Axes(Map<String, List<Value>> axes, List<Map<String, Value>> include) implements Matrix {
        /** Copies the list. */
        public Axes {
            include = List.copyOf(include);
        }
    }

    /** Rows one by one, at least two. A field that a row lacks is empty there. */
    record Rows(List<Map<String, Value>> rows) implements Matrix {
        /** Copies the list. */
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** The reference in a job to a field that differs between rows. */
    static String reference(String field) {
        return "${{ matrix." + field + " }}";
    }

    /** The value of the job's {@code matrix}: its axes, or its rows as {@code include}; empty when it has none. */
    default Value.Fields value() {
        Map<String, Value> value = new LinkedHashMap<>();
        if (this instanceof Axes axes) {
            axes.axes().forEach((name, values) -> value.put(name, new Value.Items(values)));
        }
        List<Map<String, Value>> include = include();
        if (!include.isEmpty()) {
            List<Value> items =
                    include.stream().map(row -> (Value) new Value.Fields(row)).toList();
            value.put("include", new Value.Items(items));
        }
        return new Value.Fields(value);
    }

    /** What {@code include} lists. */
    default List<Map<String, Value>> include() {
        return this instanceof Rows rows ? rows.rows() : this instanceof Axes axes ? axes.include() : List.of();
    }

    /**
     * The rows that a forge makes of it; a job without a matrix has one, without fields.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">matrix.include</a>
     */
    default List<Map<String, Value>> rows() {
        if (!(this instanceof Axes axes)) {
            return this instanceof Rows rows ? rows.rows() : List.of(Map.of());
        }
        List<Map<String, Value>> rows = new ArrayList<>();
        rows.add(Map.of());
        axes.axes().forEach((name, values) -> {
            List<Map<String, Value>> shorter = List.copyOf(rows);
            rows.clear();
            shorter.forEach(row -> values.forEach(value -> rows.add(with(row, Map.of(name, value)))));
        });
        int combinations = rows.size();
        for (Map<String, Value> item : axes.include()) {
            boolean fits = false;
            for (int i = 0; i < combinations; i++) {
                Map<String, Value> row = rows.get(i);
                if (axes.axes().keySet().stream()
                        .allMatch(axis -> !item.containsKey(axis) || Objects.equals(item.get(axis), row.get(axis)))) {
                    fits = true;
                    rows.set(i, with(row, item));
                }
            }
            if (!fits) {
                rows.add(item);
            }
        }
        return rows;
    }

    private static Map<String, Value> with(Map<String, Value> row, Map<String, Value> fields) {
        Map<String, Value> longer = new LinkedHashMap<>(row);
        longer.putAll(fields);
        return longer;
    }
}
