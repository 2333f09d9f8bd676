package dev.genci.lower;

import dev.genci.pipeline.Cell;
import dev.genci.pipeline.Cell.Part;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Value;
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
 * @param cells what the job says for each column
 */
record MatrixFactory(Matrix matrix, Map<String, Cell> cells) {

    /** The fields from which a name can follow, each with the text before it. */
    private record Source(String field, String before) {}

    private static final Source SESSION = new Source(RowTable.SESSION, "");
    private static final Source PYTHON = new Source(RowTable.PYTHON, "-");
    private static final Source OS = new Source(RowTable.OS, "(");

    private static final List<List<Source>> OF_NAME =
            List.of(List.of(SESSION), List.of(PYTHON), List.of(OS), List.of(PYTHON, OS), List.of(SESSION, OS));
    private static final List<List<Source>> OF_SESSION = List.of(List.of(PYTHON));

    static MatrixFactory of(RowTable table) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Map<String, List<Value>> varying = new LinkedHashMap<>();
        table.columns().forEach((name, values) -> {
            if (values.stream().distinct().count() == 1) {
                cells.put(name, new Cell.Fixed(values.get(0)));
            } else {
                cells.put(name, Cell.field(name));
                varying.put(name, values);
            }
        });
        derive(RowTable.SESSION, OF_SESSION, varying, cells);
        if (table.column(RowTable.NAME).equals(table.column(RowTable.SESSION))) {
            varying.remove(RowTable.NAME);
            cells.put(RowTable.NAME, cells.getOrDefault(RowTable.SESSION, Cell.field(RowTable.SESSION)));
        } else {
            derive(RowTable.NAME, OF_NAME, varying, cells);
        }
        return new MatrixFactory(matrix(varying, table.rows()), cells);
    }

    /** Puts a column together from others, where that gives exactly its values. */
    private static void derive(
            String column, List<List<Source>> ways, Map<String, List<Value>> varying, Map<String, Cell> cells) {
        List<Value> wanted = varying.get(column);
        if (wanted == null) {
            return;
        }
        for (List<Source> way : ways) {
            List<Part> parts = parts(wanted.get(0), way, varying);
            if (parts != null && gives(parts, wanted, varying)) {
                cells.put(column, new Cell.FromRow(parts));
                varying.remove(column);
                return;
            }
        }
    }

    /** The first row's text with the fields cut out of it. */
    private static @Nullable List<Part> parts(Value first, List<Source> way, Map<String, List<Value>> varying) {
        List<Part> parts = new ArrayList<>();
        String rest = ((Value.Text) first).text();
        for (Source source : way) {
            List<Value> column = varying.get(source.field());
            if (column == null || !(column.get(0) instanceof Value.Text value)) {
                return null;
            }
            int at = rest.indexOf(source.before() + value.text());
            if (at < 0) {
                return null;
            }
            at += source.before().length();
            if (at > 0) {
                parts.add(new Part.Literal(rest.substring(0, at)));
            }
            parts.add(new Part.Field(source.field()));
            rest = rest.substring(at + value.text().length());
        }
        if (!rest.isEmpty()) {
            parts.add(new Part.Literal(rest));
        }
        return parts;
    }

    private static boolean gives(List<Part> parts, List<Value> wanted, Map<String, List<Value>> varying) {
        for (int row = 0; row < wanted.size(); row++) {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                if (part instanceof Part.Field field) {
                    Value value = varying.getOrDefault(field.name(), List.of()).get(row);
                    text.append(value instanceof Value.Text own ? own.text() : "\0");
                } else {
                    text.append(((Part.Literal) part).text());
                }
            }
            if (!wanted.get(row).equals(Value.of(text.toString()))) {
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
