package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What single rows of an entry bring: what an item of {@code include} says besides its values on the axes. */
final class Brought {
    /** Stands before the name of a variable: two items may bring a variable each. */
    private static final String VARIABLE = "env.";

    private final Map<Point, Map<String, Value>> byPoint = new LinkedHashMap<>();
    private final int points;

    /** @param points how many there are */
    Brought(int points) {
        this.points = points;
    }

    /** Adds a key. */
    void put(Point point, String key, Value value) {
        byPoint.computeIfAbsent(point, at -> new LinkedHashMap<>()).put(key, value);
    }

    /** Adds a variable. */
    void variable(Point point, String name, Value value) {
        put(point, VARIABLE + name, value);
    }

    /** What more than half of the rows bring, if all bring something: the entry says it, and only the others bring theirs. */
    Value.Fields takeCommon() {
        Set<String> keys = new LinkedHashSet<>();
        byPoint.values().forEach(each -> keys.addAll(each.keySet()));
        Value.Fields common = Value.fields();
        for (String key : keys) {
            Map<Value, Integer> counts = new LinkedHashMap<>();
            byPoint.values().forEach(each -> {
                Value value = each.get(key);
                if (value != null) {
                    counts.merge(value, 1, Integer::sum);
                }
            });
            boolean all = counts.values().stream().mapToInt(Integer::intValue).sum() == points;
            for (Map.Entry<Value, Integer> count : counts.entrySet()) {
                if (all && 2 * count.getValue() > points) {
                    common = with(common, key, count.getKey());
                    byPoint.values().forEach(each -> each.remove(key, count.getKey()));
                }
            }
        }
        return common;
    }

    /** What a row brings; variables are keys, too. */
    Map<String, Value> of(Point point) {
        return new LinkedHashMap<>(byPoint.getOrDefault(point, Map.of()));
    }

    /** An item with a key or a variable. */
    static Value.Fields with(Value.Fields item, String key, Value value) {
        if (!key.startsWith(VARIABLE)) {
            return item.with(key, value);
        }
        Value.Fields env = item.fields().get("env") instanceof Value.Fields fields ? fields : Value.fields();
        return item.with("env", env.with(key.substring(VARIABLE.length()), value));
    }
}
