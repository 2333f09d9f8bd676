package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of an entry on its axes: a list of values for each, with as few exceptions as possible. */
final class Axes {
    private static final int PYTHON = 0;
    private static final int OS = 1;
    /** GitHub makes no more rows of a matrix; of more combinations nobody writes most as exceptions. */
    private static final int MOST = 1_000;

    private final List<String> names = new ArrayList<>(List.of("python", "os"));
    private final Set<Point> points;
    /** Of all rows, by axis. */
    private final List<Set<String>> values = new ArrayList<>();
    /** What the lists say. */
    private final Box base;

    private final List<Value> excluded;

    private Axes(List<Cell> cells, Own own, boolean hasParameters) {
        names.addAll(own.axes().keySet());
        points = new LinkedHashSet<>();
        cells.forEach(cell -> points.add(Point.of(cell, own)));
        for (int axis = 0; axis < names.size(); axis++) {
            Set<String> here = new LinkedHashSet<>();
            for (Point point : points) {
                here.add(point.on(axis));
            }
            values.add(here);
        }
        Box all = new Box(values);
        Box largest = Box.largest(points, values);
        List<Value> gaps = all.size() > MOST ? List.of() : gaps(all);
        // An additional row needs a value on every axis, so parameters leave only what is excluded.
        boolean more = !hasParameters && (all.size() > MOST || points.size() - largest.size() < gaps.size());
        base = more ? largest : all;
        excluded = more ? List.of() : gaps;
    }

    /** Those of rows. */
    static Axes of(List<Cell> cells, Own own, boolean hasParameters) {
        return new Axes(cells, own, hasParameters);
    }

    Set<Point> points() {
        return points;
    }

    Set<String> pythons() {
        return values.get(PYTHON);
    }

    private boolean isListed(int axis) {
        return values.get(axis).size() > 1;
    }

    /** The value of {@code python}; {@code null} where no row names one. */
    @Nullable Value python(boolean always) {
        if (pythons().equals(Set.of(""))) {
            return null;
        }
        return isListed(PYTHON) || always
                ? listed(PYTHON)
                : Value.of(pythons().iterator().next());
    }

    /** The value of {@code os}; {@code null} where the rows have one system or none. */
    @Nullable Value os() {
        return isListed(OS) ? listed(OS) : null;
    }

    /** The value of {@code matrix}; empty where the rows have no axes of their own. */
    Value.Fields matrix() {
        Value.Fields matrix = Value.fields();
        for (int axis = OS + 1; axis < names.size(); axis++) {
            matrix = isListed(axis) ? matrix.with(names.get(axis), listed(axis)) : matrix;
        }
        return matrix;
    }

    private Value listed(int axis) {
        return Value.texts(List.copyOf(base.values().get(axis)));
    }

    /** The combinations that are no rows. */
    List<Value> excluded() {
        return excluded;
    }

    private List<Value> gaps(Box all) {
        List<Value> items = new ArrayList<>();
        Set<Point> open = new LinkedHashSet<>(all.points());
        open.removeAll(points);
        while (!open.isEmpty()) {
            Point first = open.iterator().next();
            for (List<Integer> axes : selections()) {
                if (points.stream().noneMatch(point -> agree(point, first, axes))) {
                    items.add(item(first, axes));
                    open.removeIf(point -> agree(point, first, axes));
                    break;
                }
            }
        }
        return items;
    }

    private static boolean agree(Point one, Point two, List<Integer> axes) {
        return axes.stream().allMatch(axis -> one.on(axis).equals(two.on(axis)));
    }

    /** Some of the axes that are lists, the fewest first; of equally many, those with the system first. */
    private List<List<Integer>> selections() {
        List<Integer> order = new ArrayList<>();
        for (int axis = 0; axis < names.size(); axis++) {
            if (isListed(axis)) {
                order.add(axis == OS ? 0 : order.size(), axis);
            }
        }
        List<List<Integer>> selections = new ArrayList<>(order.isEmpty() ? List.of(order) : List.of());
        for (int size = 1; size <= order.size(); size++) {
            for (int bits = 1; bits < 1 << order.size(); bits++) {
                List<Integer> some = new ArrayList<>();
                for (int i = 0; i < order.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        some.add(order.get(i));
                    }
                }
                if (some.size() == size) {
                    selections.add(some);
                }
            }
        }
        return selections;
    }

    /** The items of {@code include}: what some rows bring, as few as say the same, and more rows. */
    List<Value> included(Brought brought) {
        List<Value> items = new ArrayList<>();
        Map<Point, Map<String, Value>> open = new LinkedHashMap<>();
        points.stream().filter(base::has).forEach(point -> open.put(point, brought.of(point)));
        for (List<Integer> axes : selections()) {
            for (Point kind : first(open.keySet(), axes)) {
                items.addAll(same(open, kind, axes));
            }
        }
        List<List<Integer>> selections = selections();
        List<Integer> every = selections.get(selections.size() - 1);
        for (Point point : points) {
            if (!base.has(point)) {
                items.add(all(item(point, every), brought.of(point)));
            }
        }
        return items;
    }

    /** A row of each kind. */
    private static List<Point> first(Set<Point> points, List<Integer> axes) {
        List<Point> first = new ArrayList<>();
        for (Point point : points) {
            if (first.stream().noneMatch(each -> agree(each, point, axes))) {
                first.add(point);
            }
        }
        return first;
    }

    /** Takes what all rows of a kind bring. */
    private List<Value> same(Map<Point, Map<String, Value>> open, Point kind, List<Integer> axes) {
        Map<String, Value> shared = null;
        for (Map.Entry<Point, Map<String, Value>> entry : open.entrySet()) {
            if (agree(entry.getKey(), kind, axes)) {
                if (shared == null) {
                    shared = new LinkedHashMap<>(entry.getValue());
                }
                shared.entrySet().retainAll(entry.getValue().entrySet());
            }
        }
        if (shared == null || shared.isEmpty()) {
            return List.of();
        }
        for (Map.Entry<Point, Map<String, Value>> entry : open.entrySet()) {
            if (agree(entry.getKey(), kind, axes)) {
                entry.getValue().keySet().removeAll(shared.keySet());
            }
        }
        return List.of(all(item(kind, axes), shared));
    }

    private static Value.Fields all(Value.Fields item, Map<String, Value> brought) {
        Value.Fields all = item;
        for (Map.Entry<String, Value> field : brought.entrySet()) {
            all = Brought.with(all, field.getKey(), field.getValue());
        }
        return all;
    }

    private Value.Fields item(Point point, List<Integer> axes) {
        Value.Fields item = Value.fields();
        for (int axis = 0; axis < names.size(); axis++) {
            item = axes.contains(axis) ? item.with(names.get(axis), Value.of(point.on(axis))) : item;
        }
        return item;
    }
}
