package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import dev.genci.lower.row.RowText;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the shortest honest way to write the rows of a job: what is equal in all rows is said once, what is made of other
 * fields is put together from them, what is left is an axis, axes whose combinations are exactly the rows, or rows.
 *
 * @param columns what the job says for each column: its one value, or what refers to the row's
 */
record MatrixFactory(Matrix matrix, Map<RowField, Value> columns) {
    /** The fields that a name is looked for in, the first that will do. */
    private static final List<Set<RowField>> OF_NAME = List.of(
            Set.of(RowField.SESSION),
            Set.of(RowField.PYTHON),
            Set.of(RowField.OS),
            Set.of(RowField.PYTHON, RowField.OS),
            Set.of(RowField.SESSION, RowField.OS));

    private static final List<Set<RowField>> OF_SESSION = List.of(Set.of(RowField.PYTHON));

    static MatrixFactory of(RowTable table) {
        Map<RowField, Value> columns = new EnumMap<>(RowField.class);
        Map<RowField, List<Value>> varying = new EnumMap<>(RowField.class);
        table.columns().forEach((field, values) -> {
            if (values.stream().distinct().count() == 1) {
                columns.put(field, values.get(0));
            } else {
                columns.put(field, reference(field));
                varying.put(field, values);
            }
        });
        derive(RowField.SESSION, table, Row::session, OF_SESSION, varying, columns);
        if (table.column(RowField.NAME).equals(table.column(RowField.SESSION))) {
            varying.remove(RowField.NAME);
            columns.put(RowField.NAME, columns.getOrDefault(RowField.SESSION, reference(RowField.SESSION)));
        } else {
            derive(RowField.NAME, table, Row::name, OF_NAME, varying, columns);
        }
        return new MatrixFactory(matrix(varying, table.rows().size()), columns);
    }

    private static Value reference(RowField field) {
        return Value.of(Matrix.reference(field.key()));
    }

    /** What the job says for a field. Where every runner is one word, that is the runner itself. */
    Value column(RowField field) {
        boolean isOs = field == RowField.RUNNER_WORD && !columns.containsKey(field);
        RowField column = isOs ? RowField.OS : field;
        return columns.getOrDefault(column, reference(column));
    }

    /** Puts a column together from others, where all rows are made of them in the same way. */
    private static void derive(
            RowField field,
            RowTable table,
            Function<Row, RowText> text,
            List<Set<RowField>> ways,
            Map<RowField, List<Value>> varying,
            Map<RowField, Value> columns) {
        if (!varying.containsKey(field)) {
            return;
        }
        for (Set<RowField> way : ways) {
            if (varying.keySet().containsAll(way)) {
                Set<String> texts = new LinkedHashSet<>();
                for (Row row : table.rows()) {
                    texts.add(text.apply(row).text(way, other -> Matrix.reference(other.key())));
                }
                if (texts.size() == 1) {
                    columns.put(field, Value.of(texts.iterator().next()));
                    varying.remove(field);
                    return;
                }
            }
        }
    }

    private static Matrix matrix(Map<RowField, List<Value>> varying, int rows) {
        if (rows == 1) {
            return new Matrix.None();
        }
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        varying.forEach((field, values) -> axes.put(field.key(), List.copyOf(new LinkedHashSet<>(values))));
        // No two rows are the same, so as many rows as combinations are all of them.
        long combinations = axes.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        if (combinations == rows) {
            return new Matrix.Axes(axes);
        }
        List<Map<String, Value>> list = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Map.Entry<RowField, List<Value>> column : varying.entrySet()) {
                Value value = column.getValue().get(row);
                if (!value.equals(Value.of(""))) {
                    fields.put(column.getKey().key(), value);
                }
            }
            list.add(fields);
        }
        return new Matrix.Rows(list);
    }
}
