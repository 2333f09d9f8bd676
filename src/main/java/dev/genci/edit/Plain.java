package dev.genci.edit;

import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** What a YAML document says, without places and style, to be changed and compared: maps, lists, and texts for scalars. */
public final class Plain {
    private Plain() {}

    /** That of a node. An alias is a copy of what it stands for. */
    public static Object of(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar(scalar.type(), scalar.text());
        }
        if (node instanceof YamlSequence list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(of(item)));
            return items;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((YamlMapping) node).entries().forEach((key, entry) -> map.put(key, of(entry.value())));
        return map;
    }

    /** That of a scalar: 3.10 is not "3.10". */
    public static String scalar(ScalarType type, String text) {
        return type + " " + text;
    }

    /** The mapping below a key; an empty one, which is no part of the document, where there is none. */
    @SuppressWarnings("unchecked") // of the maps that are made here
    public static Map<String, Object> map(Object map, String key) {
        Object value = map instanceof Map<?, ?> known ? known.get(key) : null;
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : new LinkedHashMap<>();
    }

    /** Replaces scalars by those that are now at their place, where such a change was meant. */
    @SuppressWarnings("unchecked")
    public static Object adopt(Object before, Object after, BiPredicate<String, String> meant) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            ((Map<String, Object>) old).replaceAll((key, value) -> {
                Object other = now.get(key);
                return other == null ? value : adopt(value, other, meant);
            });
        } else if (before instanceof List<?> old && after instanceof List<?> now && old.size() == now.size()) {
            List<Object> items = (List<Object>) old;
            for (int i = 0; i < items.size(); i++) {
                items.set(i, adopt(items.get(i), now.get(i), meant));
            }
        } else if (before instanceof String old && after instanceof String now && meant.test(old, now)) {
            return now;
        }
        return before;
    }
}
