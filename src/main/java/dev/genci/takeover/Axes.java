package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Interpreters and systems of the rows of an entry: two lists, with as few exceptions as possible.
 *
 * @param pythons of all rows
 * @param systems of all rows; empty where rows name none
 * @param pairs the rows, without their parameters
 * @param base the systems of the list; what is on others is an exception
 * @param common the interpreters of the list
 */
record Axes(Set<String> pythons, Set<String> systems, Set<Pair> pairs, Set<String> common, Set<String> base) {

    /** An interpreter on a system; either may be empty. */
    record Pair(String python, String os) {
        static Pair of(Cell cell) {
            return new Pair(cell.python(), cell.os());
        }
    }

    /** Those of rows. */
    static Axes of(List<Cell> cells, boolean hasParameters) {
        Set<String> pythons = new LinkedHashSet<>();
        Set<String> systems = new LinkedHashSet<>();
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Cell cell : cells) {
            pythons.add(cell.python());
            systems.add(cell.os());
            pairs.add(Pair.of(cell));
        }
        Set<String> common = pythons;
        Set<String> base = systems;
        int least = pythons.size() * systems.size() - pairs.size();
        for (String os : systems) {
            Set<String> own = new LinkedHashSet<>();
            pairs.stream().filter(pair -> pair.os().equals(os)).forEach(pair -> own.add(pair.python()));
            Set<String> same = new LinkedHashSet<>();
            systems.stream()
                    .filter(each -> own.stream().allMatch(python -> pairs.contains(new Pair(python, each))))
                    .forEach(same::add);
            int rest = pairs.size() - own.size() * same.size();
            // An additional row needs a value on every axis, so parameters leave only what is excluded.
            if (rest < least && !hasParameters) {
                least = rest;
                common = own;
                base = same;
            }
        }
        return new Axes(pythons, systems, pairs, common, base);
    }

    /** Whether all rows are one. */
    boolean isOne() {
        return pairs.size() == 1;
    }

    private boolean listsPython() {
        return pythons.size() > 1;
    }

    private boolean listsSystems() {
        return systems.size() > 1;
    }

    /** The value of {@code python}; {@code null} where no row names one. */
    @Nullable Value python(boolean always) {
        if (pythons.equals(Set.of(""))) {
            return null;
        }
        return listsPython() || always
                ? Value.texts(List.copyOf(common))
                : Value.of(pythons.iterator().next());
    }

    /** The value of {@code os}; {@code null} where the rows have one system or none. */
    @Nullable Value os() {
        return listsSystems() ? Value.texts(List.copyOf(base)) : null;
    }

    /** The combinations that are no rows. */
    List<Value> excluded() {
        List<Value> items = new ArrayList<>();
        for (String os : base) {
            for (String python : common) {
                if (!pairs.contains(new Pair(python, os))) {
                    items.add(item(new Pair(python, os)));
                }
            }
        }
        return items;
    }

    /**
     * The items of {@code include}: more rows, and what some rows bring.
     *
     * @param brings what a row brings; nothing for most
     */
    List<Value> included(Function<Pair, Value.Fields> brings) {
        List<Value> items = new ArrayList<>();
        Map<Pair, Value.Fields> inside = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (base.contains(pair.os()) && common.contains(pair.python())) {
                inside.put(pair, brings.apply(pair));
            } else {
                Value.Fields item = item(pair);
                for (Map.Entry<String, Value> field :
                        brings.apply(pair).fields().entrySet()) {
                    item = item.with(field.getKey(), field.getValue());
                }
                items.add(item);
            }
        }
        items.addAll(0, shared(inside));
        return items;
    }

    /** As few items as say the same: for a system, for an interpreter, or else for a row. */
    private List<Value> shared(Map<Pair, Value.Fields> inside) {
        List<Value> items = new ArrayList<>();
        Map<Pair, Value.Fields> open = new LinkedHashMap<>(inside);
        for (String os : listsSystems() ? base : Set.<String>of()) {
            items.addAll(same(open, pair -> pair.os().equals(os), new Pair("", os)));
        }
        for (String python : listsPython() ? common : Set.<String>of()) {
            items.addAll(same(open, pair -> pair.python().equals(python), new Pair(python, "")));
        }
        open.forEach((pair, brings) -> {
            if (!brings.isEmpty()) {
                items.add(all(item(pair), brings));
            }
        });
        return items;
    }

    /** Takes what all rows of a kind bring. */
    private List<Value> same(Map<Pair, Value.Fields> open, Predicate<Pair> kind, Pair named) {
        List<Value.Fields> all = new ArrayList<>();
        open.forEach((pair, brings) -> {
            if (kind.test(pair)) {
                all.add(brings);
            }
        });
        Value.Fields shared = all.isEmpty() ? Value.fields() : all.get(0);
        for (Value.Fields each : all) {
            for (String key : shared.fields().keySet()) {
                if (!shared.fields().get(key).equals(each.fields().get(key))) {
                    shared = shared.without(key);
                }
            }
        }
        if (shared.isEmpty()) {
            return List.of();
        }
        for (Map.Entry<Pair, Value.Fields> entry : open.entrySet()) {
            if (kind.test(entry.getKey())) {
                Value.Fields less = entry.getValue();
                for (String key : shared.fields().keySet()) {
                    less = less.without(key);
                }
                entry.setValue(less);
            }
        }
        return List.of(all(item(named), shared));
    }

    private static Value.Fields all(Value.Fields one, Value.Fields two) {
        Value.Fields all = one;
        for (Map.Entry<String, Value> field : two.fields().entrySet()) {
            all = all.with(field.getKey(), field.getValue());
        }
        return all;
    }

    private Value.Fields item(Pair pair) {
        Value.Fields item = Value.fields();
        item = listsPython() && !pair.python().isEmpty() ? item.with("python", Value.of(pair.python())) : item;
        return listsSystems() && !pair.os().isEmpty() ? item.with("os", Value.of(pair.os())) : item;
    }
}
