package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one job as a table: what a row is, before it is decided what is the same in all of them.
 *
 * @param columns by field, each with a value per row
 */
record RowTable(List<Row> rows, Map<RowField, List<Value>> columns) {

    /** @param runnerWord whether cache keys read the runner from the row, in one word */
    static RowTable of(List<Row> rows, boolean runnerWord) {
        Map<RowField, List<Value>> columns = new EnumMap<>(RowField.class);
        for (RowField field : RowField.values()) {
            columns.put(field, rows.stream().map(row -> row.value(field)).toList());
        }
        if (!runnerWord
                || rows.stream().allMatch(row -> row.value(RowField.OS).equals(row.value(RowField.RUNNER_WORD)))) {
            columns.remove(RowField.RUNNER_WORD);
        }
        return new RowTable(rows, columns);
    }

    /** A part of the rows. */
    RowTable slice(int from, int to) {
        Map<RowField, List<Value>> part = new EnumMap<>(RowField.class);
        columns.forEach((field, values) -> part.put(field, values.subList(from, to)));
        return new RowTable(rows.subList(from, to), part);
    }

    /** The values of a column. */
    List<Value> column(RowField field) {
        return columns.getOrDefault(field, List.of());
    }

    /** Whether any row has a value other than the empty text. */
    boolean uses(RowField field) {
        return column(field).stream().anyMatch(value -> !value.equals(Value.of("")));
    }
}
