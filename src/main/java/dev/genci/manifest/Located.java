package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value and the word that caused it: a value that came from {@code defaults} or a merge key has the place where
 * a person wrote it, and one that came from an alias that of the alias, see {@link Place#written}.
 */
public record Located<T>(T value, Place place) {

    /** The values alone. */
    public static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }

    /** The keys of a mapping with their values, those that are scalars. */
    static Map<Located<String>, Located<String>> entries(@Nullable YamlNode node) {
        Map<Located<String>, Located<String>> entries = new LinkedHashMap<>();
        if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> texts(entry.value())
                    .forEach(value -> entries.put(new Located<>(key, entry.key().place()), value)));
        }
        return entries;
    }

    /** A text, or the texts of a list; of anything else none. */
    static List<Located<String>> texts(@Nullable YamlNode node) {
        List<YamlNode> items =
                node instanceof YamlSequence list ? list.items() : node == null ? List.of() : List.of(node);
        List<Located<String>> texts = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlScalar scalar) {
                texts.add(new Located<>(scalar.text(), scalar.place()));
            }
        }
        return texts;
    }

    /** The keys of a mapping; none when there is no mapping. */
    static List<Located<String>> keys(@Nullable YamlMapping mapping) {
        List<Located<String>> keys = new ArrayList<>();
        if (mapping != null) {
            mapping.entries()
                    .forEach((key, entry) ->
                            keys.add(new Located<>(key, entry.key().place())));
        }
        return keys;
    }
}
