package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shortest form of rows that are not all combinations of what they differ in: two axes and a list if most are combinations
 * of two columns and that takes at most three quarters of the lines; else a list.
 *
 * @param columns the values of each column, one for each of the rows, of which no two are equal
 * @param size how many rows there are, at least two
 */
record MatrixShape(Map<String, List<Value>> columns, int size) {
    private static final Value EMPTY = Value.of("");

    /** With more, only what some value has is tried, not what two have in common. */
    private static final int MOST_COMPARED = 16;

    /** A block of rows: all combinations of some values of two columns. */
    private record Block(String one, String other, Set<Value> ones, Set<Value> others) {
        boolean has(Map<String, Value> row) {
            return ones.contains(row.get(one)) && others.contains(row.get(other));
        }
    }

    Matrix matrix() {
        List<Map<String, Value>> rows = rows();
        Matrix best = null;
        if (rows.stream().allMatch(this::isPlain)) {
            best = ofTwo(rows);
        }
        return best == null ? new Matrix.Rows(rows) : best;
    }

    /** Whether a row has every field, each a text that a forge can compare before anything runs. */
    private boolean isPlain(Map<String, Value> row) {
        return row.size() == columns.size()
                && row.values().stream().allMatch(value -> value instanceof Value.Text && !Row.isEvaluated(value));
    }

    /** The rows, without what is empty in them. */
    private List<Map<String, Value>> rows() {
        List<Map<String, Value>> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Map.Entry<String, List<Value>> column : columns.entrySet()) {
                Value value = column.getValue().get(row);
                if (!value.equals(EMPTY)) {
                    fields.put(column.getKey(), value);
                }
            }
            rows.add(fields);
        }
        return rows;
    }

    /** The shortest form with two axes; {@code null} if none is short enough. */
    private @Nullable Matrix ofTwo(List<Map<String, Value>> rows) {
        Matrix best = null;
        // A list has a line more than rows, and axes have one for each.
        int lines = (1 + size) * 3 / 4;
        List<String> names = new ArrayList<>(columns.keySet());
        names.removeIf(name -> !repeats(name));
        // A title follows from what it is the title of.
        if (names.remove(KnownField.TITLE.key())) {
            names.add(KnownField.TITLE.key());
        }
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Map<String, String> rest = dependent(names.get(i), names.get(j));
                if (rest == null) {
                    continue;
                }
                for (Block block : blocks(names.get(i), names.get(j), rows)) {
                    Matrix.Axes form = form(block, rest, rows);
                    if (3 + form.include().size() <= lines - (best == null ? 0 : 1)) {
                        lines = 3 + form.include().size();
                        best = form;
                    }
                }
            }
        }
        return best;
    }

    /** Whether a column has values several times: others have no combinations that are worth an axis. */
    private boolean repeats(String name) {
        return new HashSet<>(columns.getOrDefault(name, List.of())).size() <= size * 2 / 3;
    }

    /** Of which of two columns each of the others depends; {@code null} if one depends on neither. */
    private @Nullable Map<String, String> dependent(String one, String other) {
        Map<String, String> on = new LinkedHashMap<>();
        for (String name : columns.keySet()) {
            if (!name.equals(one) && !name.equals(other)) {
                String axis = depends(name, one) ? one : depends(name, other) ? other : null;
                if (axis == null) {
                    return null;
                }
                on.put(name, axis);
            }
        }
        return on;
    }

    private boolean depends(String name, String axis) {
        Map<Value, Value> of = new HashMap<>();
        List<Value> values = columns.getOrDefault(name, List.of());
        List<Value> keys = columns.getOrDefault(axis, List.of());
        for (int row = 0; row < size; row++) {
            Value known = of.putIfAbsent(keys.get(row), values.get(row));
            if (known != null && !known.equals(values.get(row))) {
                return false;
            }
        }
        return true;
    }

    /** The blocks for what values of the first column have in common in the second. */
    private static List<Block> blocks(String one, String other, List<Map<String, Value>> rows) {
        Map<Value, Set<Value>> others = new LinkedHashMap<>();
        rows.forEach(row -> others.computeIfAbsent(row.get(one), value -> new LinkedHashSet<>())
                .add(row.get(other)));
        Set<Set<Value>> common = new LinkedHashSet<>();
        List<Set<Value>> sets = List.copyOf(new LinkedHashSet<>(others.values()));
        for (Set<Value> set : sets) {
            for (Set<Value> second : sets.size() > MOST_COMPARED ? List.of(set) : sets) {
                Set<Value> both = new LinkedHashSet<>(set);
                both.retainAll(second);
                common.add(both);
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (Set<Value> set : common) {
            Set<Value> ones = new LinkedHashSet<>();
            others.forEach((value, theirs) -> {
                if (theirs.containsAll(set)) {
                    ones.add(value);
                }
            });
            if (set.size() * ones.size() > 2) {
                blocks.add(new Block(one, other, ones, set));
            }
        }
        return blocks;
    }

    /** Two axes, what other columns have for the values of one of them, and the rows that are no combination. */
    private static Matrix.Axes form(Block block, Map<String, String> rest, List<Map<String, Value>> rows) {
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        axes.put(block.one(), List.copyOf(block.ones()));
        axes.put(block.other(), List.copyOf(block.others()));
        Set<Map<String, Value>> include = new LinkedHashSet<>();
        for (String axis : axes.keySet()) {
            for (Map<String, Value> row : rows) {
                if (rest.containsValue(axis) && block.has(row)) {
                    Map<String, Value> item = new LinkedHashMap<>();
                    row.forEach((name, value) -> {
                        if (name.equals(axis) || axis.equals(rest.get(name))) {
                            item.put(name, value);
                        }
                    });
                    include.add(item);
                }
            }
        }
        rows.stream().filter(row -> !block.has(row)).forEach(include::add);
        return new Matrix.Axes(axes, List.copyOf(include));
    }
}
