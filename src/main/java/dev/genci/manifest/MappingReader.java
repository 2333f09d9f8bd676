package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.CoreSchema;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a mapping that the schema has checked. What is absent, rejected or of another type is {@code null}, or an
 * empty list.
 */
final class MappingReader {
    private final YamlMapping mapping;
    private final Set<YamlNode> rejected;

    MappingReader(YamlMapping mapping, Set<YamlNode> rejected) {
        this.mapping = mapping;
        this.rejected = rejected;
    }

    YamlMapping mapping() {
        return mapping;
    }

    @Nullable YamlNode node(String key) {
        YamlNode node = mapping.get(key);
        return node == null || rejected.contains(node) ? null : node;
    }

    @Nullable MappingReader inside(String key) {
        YamlMapping value = mapping(key);
        return value == null ? null : new MappingReader(value, rejected);
    }

    @Nullable YamlMapping mapping(String key) {
        return node(key) instanceof YamlMapping value ? value : null;
    }

    @Nullable Located<String> text(String key) {
        return scalar(node(key));
    }

    String textOr(String key, String otherwise) {
        Located<String> text = text(key);
        return text == null ? otherwise : text.value();
    }

    Located<String> textOr(String key, String otherwise, Place place) {
        Located<String> text = text(key);
        return text == null ? new Located<>(otherwise, place) : text;
    }

    @Nullable Located<Boolean> flag(String key) {
        return node(key) instanceof YamlScalar scalar && scalar.type() == ScalarType.BOOLEAN
                ? new Located<>(Boolean.parseBoolean(scalar.text()), scalar.place())
                : null;
    }

    boolean flagOr(String key, boolean otherwise) {
        Located<Boolean> flag = flag(key);
        return flag == null ? otherwise : flag.value();
    }

    /** Where a key is that is {@code true}; absent where it is not. */
    @Nullable Place whereTrue(String key) {
        YamlMapping.YamlEntry entry = mapping.entries().get(key);
        return entry != null && flagOr(key, false) ? entry.key().place() : null;
    }

    @Nullable Located<Integer> whole(String key) {
        return node(key) instanceof YamlScalar scalar && scalar.type() == ScalarType.INTEGER
                ? new Located<>(CoreSchema.integer(scalar.text()).intValue(), scalar.place())
                : null;
    }

    Located<Integer> wholeOr(String key, int otherwise, Place place) {
        Located<Integer> number = whole(key);
        return number == null ? new Located<>(otherwise, place) : number;
    }

    /** A list of scalars; one scalar counts as a list of one. */
    List<Located<String>> texts(String key) {
        List<YamlNode> items = items(key);
        if (items.isEmpty()) {
            return List.of();
        }
        List<Located<String>> texts = new ArrayList<>(items.size());
        for (YamlNode item : items) {
            Located<String> text = scalar(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The items that are not rejected of a list; one value counts as a list of one. */
    List<YamlNode> items(String key) {
        YamlNode node = node(key);
        List<YamlNode> all =
                node == null ? List.of() : node instanceof YamlSequence list ? list.items() : List.of(node);
        return rejected.isEmpty()
                ? all
                : all.stream().filter(item -> !rejected.contains(item)).toList();
    }

    private @Nullable Located<String> scalar(@Nullable YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL && !rejected.contains(node)
                ? new Located<>(scalar.text(), scalar.place())
                : null;
    }
}
