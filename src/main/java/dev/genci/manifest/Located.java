package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and the word that caused it: a value that came from {@code defaults}, a merge key or an alias has the place
 * where a person wrote it.
 */
public record Located<T>(T value, Place place) {

    /** The values alone. */
    public static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }

    /** Adds the scalars of a tree; keys are none. */
    static void scalars(@Nullable YamlNode node, List<Located<String>> found) {
        if (node instanceof YamlScalar scalar) {
            found.add(new Located<>(scalar.text(), scalar.place()));
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(item -> scalars(item, found));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().values().forEach(entry -> scalars(entry.value(), found));
        }
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
