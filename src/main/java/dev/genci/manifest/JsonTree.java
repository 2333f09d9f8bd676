package dev.genci.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.genci.data.Value;
import dev.genci.yaml.CoreSchema;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes Jackson's nodes for the validator. Without an ObjectMapper, which would take longest of all to start. */
final class JsonTree {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The validator asks every value of an enum for its text, and Jackson's own answer starts an ObjectMapper. */
    private static final class Text extends TextNode {
        private static final long serialVersionUID = 1;

        Text(String value) {
            super(value);
        }

        @Override
        public String toString() {
            return '"' + textValue() + '"';
        }
    }

    static JsonNode text(String value) {
        return new Text(value);
    }

    /** A tree as the schema sees it. */
    static JsonNode of(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            ObjectNode object = NODES.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
            return object;
        }
        if (node instanceof YamlSequence list) {
            ArrayNode array = NODES.arrayNode();
            list.items().forEach(item -> array.add(of(item)));
            return array;
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.type()) {
            case STRING -> text(scalar.text());
            case INTEGER -> integer(scalar.text());
            case FLOAT -> NODES.numberNode(fraction(scalar.text()));
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NULL -> NODES.nullNode();
        };
    }

    /** Data of the schema, such as an example, to be written as YAML. */
    static Value value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            node.fieldNames().forEachRemaining(key -> fields.put(key, value(node.get(key))));
            return new Value.Fields(fields);
        }
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new Value.Items(items);
        }
        if (node.isTextual()) {
            return Value.of(node.textValue());
        }
        return node.isBoolean() ? Value.of(node.booleanValue()) : Value.of(node.intValue());
    }

    private static JsonNode integer(String text) {
        BigInteger value = CoreSchema.integer(text);
        return value.bitLength() < 32 ? NODES.numberNode(value.intValue()) : NODES.numberNode(value);
    }

    /** Never a whole number, whatever its value: {@code 20.0} is none. */
    private static double fraction(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        double value = lower.endsWith("inf") || lower.endsWith("nan") ? Double.MAX_VALUE : Double.parseDouble(text);
        return value == Math.rint(value) ? 0.5 : value;
    }
}
