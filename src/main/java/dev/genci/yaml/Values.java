package dev.genci.yaml;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees as data: what is passed through loses its places. */
public final class Values {
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
            case INTEGER, FLOAT -> new Value.Numeral(scalar.text());
            case BOOLEAN -> new Value.Flag(Boolean.parseBoolean(scalar.text()));
            case NULL -> new Value.Nothing();
        };
    }

    /** The data of a mapping; empty when there is none. */
    public static Value.Fields fields(@Nullable YamlMapping mapping) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (mapping != null) {
            mapping.entries().forEach((key, entry) -> fields.put(key, of(entry.value())));
        }
        return new Value.Fields(fields);
    }

    /** The data of nodes. */
    public static Value.Fields fields(Map<String, YamlNode> nodes) {
        Map<String, Value> fields = new LinkedHashMap<>();
        nodes.forEach((key, node) -> fields.put(key, of(node)));
        return new Value.Fields(fields);
    }
}
