package dev.genci.yaml;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trees as data: what is passed through loses its places.
 *
 * <p>Every reader of a workflow must read what the manifest says. Where a forge expects text, as in {@code env}, that is what
 * is written: {@code 4.10} is four characters, which many readers make three of, so it becomes a text. Elsewhere it is the
 * number or the boolean, in the spelling that all of them share.
 */
public final class Values {
    private static final String ENV = "env";
    private static final String WITH = "with";
    /** The input of a manual run is a text, too, unless it has another type. */
    private static final String DEFAULT = "default";

    private static final String TYPE = "type";
    private static final Set<String> TYPED = Set.of("number", "boolean");

    private Values() {}

    /** The data of a node. */
    public static Value of(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return fields(mapping);
        }
        if (node instanceof YamlSequence list) {
            return new Value.Items(list.items().stream().map(Values::of).toList());
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.type()) {
            case STRING -> new Value.Text(scalar.text());
            case INTEGER -> new Value.Numeral(CoreSchema.integer(scalar.text()).toString());
            case FLOAT -> new Value.Numeral(scalar.text());
            case BOOLEAN -> new Value.Flag(Boolean.parseBoolean(scalar.text()));
            case NULL -> new Value.Nothing();
        };
    }

    /** The data of a mapping; empty when there is none. */
    public static Value.Fields fields(@Nullable YamlMapping mapping) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (mapping != null) {
            boolean text = !(mapping.get(TYPE) instanceof YamlScalar type) || !TYPED.contains(type.text());
            mapping.entries()
                    .forEach((key, entry) ->
                            fields.put(key, text && key.equals(DEFAULT) ? text(entry.value()) : of(entry.value())));
        }
        return new Value.Fields(fields);
    }

    /** The data of a mapping of texts, such as variables; empty when there is none. */
    public static Value.Fields texts(@Nullable YamlMapping mapping) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (mapping != null) {
            mapping.entries().forEach((key, entry) -> fields.put(key, written(entry.value())));
        }
        return new Value.Fields(fields);
    }

    /** The data of a part of a job or of a step, in which variables and inputs of actions are texts. */
    public static Value.Fields part(YamlMapping mapping) {
        Map<String, Value> fields = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> fields.put(key, part(key, entry.value())));
        return new Value.Fields(fields);
    }

    /** The data of parts of a job, by key. */
    public static Value.Fields parts(Map<String, YamlNode> nodes) {
        Map<String, Value> fields = new LinkedHashMap<>();
        nodes.forEach((key, node) -> fields.put(key, part(key, node)));
        return new Value.Fields(fields);
    }

    private static Value part(String key, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return key.equals(ENV) || key.equals(WITH) ? texts(mapping) : part(mapping);
        }
        return of(node);
    }

    /** A scalar as it is written: as a text, where readers would differ in what it is. */
    private static Value written(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL && !isShared(scalar)
                ? new Value.Text(scalar.text())
                : of(node);
    }

    /** A scalar as it is written, and a text whatever it looks like: GitHub refuses another type there. */
    private static Value text(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL
                ? new Value.Text(scalar.text())
                : of(node);
    }

    private static boolean isShared(YamlScalar scalar) {
        return switch (scalar.type()) {
            case INTEGER, FLOAT -> Numerals.isShared(scalar.text());
            case BOOLEAN -> scalar.text().equals("true") || scalar.text().equals("false");
            default -> true;
        };
    }
}
