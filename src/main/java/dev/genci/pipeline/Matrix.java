package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a job. A job with one row has no matrix. */
public sealed interface Matrix {
    /** One row, all of it in the job. */
    record None() implements Matrix {}

    /** Every combination of the axes' values, at least two. */
    record Axes(Map<String, List<Value>> axes) implements Matrix {}

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
        } else if (this instanceof Rows rows) {
            List<Value> include = rows.rows().stream()
                    .map(row -> (Value) new Value.Fields(row))
                    .toList();
            value.put("include", new Value.Items(include));
        }
        return new Value.Fields(value);
    }
}
