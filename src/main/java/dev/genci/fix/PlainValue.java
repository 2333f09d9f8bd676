package dev.genci.fix;

import dev.genci.data.Value;
import dev.genci.edit.Plain;
import dev.genci.yaml.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that fixes write: as data to be compared, and on one line. */
final class PlainValue {
    private PlainValue() {}

    /** As {@link Plain} has it. */
    static Object of(Value value) {
        if (value instanceof Value.Items list) {
            return list.items().stream().map(PlainValue::of).collect(Collectors.toList());
        }
        if (value instanceof Value.Fields fields) {
            return map(fields.fields());
        }
        return value instanceof Value.Flag flag
                ? Plain.scalar(ScalarType.BOOLEAN, String.valueOf(flag.value()))
                : Plain.scalar(ScalarType.STRING, ((Value.Text) value).text());
    }

    /** The same of fields. */
    static Map<String, Object> map(Map<String, Value> fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        fields.forEach((key, value) -> map.put(key, of(value)));
        return map;
    }

    /** A value in the order of another one, whose lists have the same texts. */
    static Object ordered(Object wanted, @Nullable Object now) {
        if (wanted instanceof Map<?, ?> a
                && now instanceof Map<?, ?> b
                && a.keySet().equals(b.keySet())) {
            Map<Object, Object> all = new LinkedHashMap<>();
            a.forEach((key, value) -> all.put(key, ordered(value, b.get(key))));
            return all;
        }
        boolean same = wanted instanceof List<?> a && now instanceof List<?> b && texts(a).equals(texts(b));
        return same && now != null ? now : wanted;
    }

    /** Whatever their types: a number that was there means its digits. */
    private static List<String> texts(List<?> items) {
        return items.stream()
                .map(String::valueOf)
                .map(item -> item.substring(item.indexOf(' ') + 1))
                .sorted()
                .toList();
    }
}
