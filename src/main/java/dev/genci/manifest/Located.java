package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
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
