package dev.genci.yaml;

import dev.genci.source.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping. Keys are texts, whatever type YAML gives them: a session may be called {@code null}.
 *
 * @param flow whether it is written in braces
 * @param entries in the order of the text, keys that were merged in last
 */
public record YamlMapping(Place place, boolean flow, Map<String, YamlEntry> entries) implements YamlNode {

    /** A key and its value. */
    public record YamlEntry(YamlScalar key, YamlNode value) {}

    @Override
    public String kind() {
        return "a mapping";
    }

    /** The value of a key. */
    public @Nullable YamlNode get(String key) {
        YamlEntry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }
}
