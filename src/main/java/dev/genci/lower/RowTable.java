package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.manifest.Located;
import dev.genci.manifest.Runner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one job as a table: what a row is, before it is decided what is the same in all of them.
 *
 * @param columns by field, each with a value per row
 */
record RowTable(Map<String, List<Value>> columns, int rows) {
    static final String NAME = "name";
    static final String SESSION = "session";
    static final String PYTHON = "python";
    static final String OS = "os";
    /** The runner in one word, where it is not one in the first place. */
    static final String IMAGE = "image";

    static final String POSARGS = "posargs";
    static final String TIMEOUT = "timeout-minutes";

    /**
     * The columns in the order in which a row shows them.
     *
     * @param images whether cache keys read the runner from the row
     */
    static RowTable of(List<Unit> units, boolean images) {
        Map<String, List<Value>> columns = new LinkedHashMap<>();
        int rows = 0;
        for (Unit unit : units) {
            for (Row row : unit.rows()) {
                String python = row.invocation().python();
                String posargs = unit.shape().posargs().isEmpty()
                        ? String.join("\n", Located.values(unit.session().call().posargs()))
                        : "";
                column(columns, NAME, Value.of(row.name()));
                column(columns, SESSION, Value.of(row.invocation().selector()));
                column(columns, PYTHON, Value.of(python == null ? "" : python));
                column(columns, OS, runner(row.runner()));
                column(columns, IMAGE, Value.of(row.runner().word()));
                column(columns, POSARGS, Value.of(posargs));
                column(columns, TIMEOUT, Value.of(unit.session().job().timeout()));
                rows++;
            }
        }
        if (!images || column(columns, OS).stream().allMatch(runner -> runner instanceof Value.Text)) {
            columns.remove(IMAGE);
        }
        return new RowTable(columns, rows);
    }

    private static List<Value> column(Map<String, List<Value>> columns, String name) {
        return columns.getOrDefault(name, List.of());
    }

    private static void column(Map<String, List<Value>> columns, String name, Value value) {
        columns.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** A runner as {@code runs-on} takes it. */
    static Value runner(Runner runner) {
        Value labels = runner.list()
                ? Value.texts(runner.labels())
                : Value.of(runner.labels().get(0));
        if (runner.group() == null) {
            return labels;
        }
        Value.Fields group = Value.fields().with("group", Value.of(runner.group()));
        return runner.labels().isEmpty() ? group : group.with("labels", labels);
    }

    /** The values of a column. */
    List<Value> column(String name) {
        return column(columns, name);
    }

    /** A part of the rows. */
    RowTable slice(int from, int to) {
        Map<String, List<Value>> part = new LinkedHashMap<>();
        columns.forEach((name, values) -> part.put(name, values.subList(from, to)));
        return new RowTable(part, to - from);
    }

    /** Whether any row has a value other than the empty text. */
    boolean uses(String name) {
        return column(name).stream().anyMatch(value -> !value.equals(Value.of("")));
    }
}
