package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest honest way to write the rows of a job: what is equal in all rows is said once, what follows from
 * another field is put together from it, what is left is an axis, axes whose combinations are exactly the rows, or rows.
 *
 * @param columns what the job says for each column: its one value, or what refers to the row's
 */
record MatrixFactory(Matrix matrix, Map<String, Value> columns) {

    /** A field of the row, and the text before it. */
    private record Part(String before, String field) {}

    /** How a column follows from others. */
    private record Derivation(List<Part> parts, String end) {
        /** The expression. */
        Value reference() {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.before()).append(Matrix.reference(part.field())));
            return Value.of(text.append(end).toString());
        }

        /** What it gives in a row; {@code null} where a field is no text there. */
        @Nullable Value value(int row, Map<String, List<Value>> varying) {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                if (!(varying.getOrDefault(part.field(), List.of()).get(row) instanceof Value.Text own)) {
                    return null;
                }
                text.append(part.before()).append(own.text());
            }
            return Value.of(text.append(end).toString());
        }
    }

    private static final Part SESSION = new Part("", RowTable.SESSION);
    private static final Part PYTHON = new Part("-", RowTable.PYTHON);
    private static final Part OS = new Part("(", RowTable.OS);

    private static final List<List<Part>> OF_NAME =
            List.of(List.of(SESSION), List.of(PYTHON), List.of(OS), List.of(PYTHON, OS), List.of(SESSION, OS));
    private static final List<List<Part>> OF_SESSION = List.of(List.of(PYTHON));

    static MatrixFactory of(RowTable table) {
        Map<String, Value> columns = new LinkedHashMap<>();
        Map<String, List<Value>> varying = new LinkedHashMap<>();
        table.columns().forEach((name, values) -> {
            if (values.stream().distinct().count() == 1) {
                columns.put(name, values.get(0));
            } else {
                columns.put(name, reference(name));
                varying.put(name, values);
            }
        });
        derive(RowTable.SESSION, OF_SESSION, varying, columns);
        if (table.column(RowTable.NAME).equals(table.column(RowTable.SESSION))) {
            varying.remove(RowTable.NAME);
            columns.put(RowTable.NAME, columns.getOrDefault(RowTable.SESSION, reference(RowTable.SESSION)));
        } else {
            derive(RowTable.NAME, OF_NAME, varying, columns);
        }
        return new MatrixFactory(matrix(varying, table.rows()), columns);
    }

    private static Value reference(String column) {
        return Value.of(Matrix.reference(column));
    }

    /** What the job says for a column. */
    Value column(String name) {
        return columns.getOrDefault(name, reference(name));
    }

    /** Puts a column together from others, where that gives exactly its values. */
    private static void derive(
            String column, List<List<Part>> ways, Map<String, List<Value>> varying, Map<String, Value> columns) {
        List<Value> wanted = varying.get(column);
        if (wanted == null) {
            return;
        }
        for (List<Part> way : ways) {
            Derivation derivation = derivation(wanted.get(0), way, varying);
            if (derivation != null && gives(derivation, wanted, varying)) {
                columns.put(column, derivation.reference());
                varying.remove(column);
                return;
            }
        }
    }

    /** The first row's text with the fields cut out of it. */
    private static @Nullable Derivation derivation(Value first, List<Part> way, Map<String, List<Value>> varying) {
        List<Part> parts = new ArrayList<>();
        String rest = ((Value.Text) first).text();
        for (Part part : way) {
            List<Value> column = varying.get(part.field());
            if (column == null || !(column.get(0) instanceof Value.Text value)) {
                return null;
            }
            int at = rest.indexOf(part.before() + value.text());
            if (at < 0) {
                return null;
            }
            at += part.before().length();
            parts.add(new Part(rest.substring(0, at), part.field()));
            rest = rest.substring(at + value.text().length());
        }
        return new Derivation(parts, rest);
    }

    private static boolean gives(Derivation derivation, List<Value> wanted, Map<String, List<Value>> varying) {
        for (int row = 0; row < wanted.size(); row++) {
            if (!wanted.get(row).equals(derivation.value(row, varying))) {
                return false;
            }
        }
        return true;
    }

    private static Matrix matrix(Map<String, List<Value>> varying, int rows) {
        if (rows == 1) {
            return new Matrix.None();
        }
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        varying.forEach((name, values) -> axes.put(name, List.copyOf(new LinkedHashSet<>(values))));
        // No two rows are the same, so as many rows as combinations are all of them.
        long combinations = axes.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        if (combinations == rows) {
            return new Matrix.Axes(axes);
        }
        List<Map<String, Value>> list = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Map.Entry<String, List<Value>> column : varying.entrySet()) {
                Value value = column.getValue().get(row);
                if (!value.equals(Value.of(""))) {
                    fields.put(column.getKey(), value);
                }
            }
            list.add(fields);
        }
        return new Matrix.Rows(list);
    }
}
