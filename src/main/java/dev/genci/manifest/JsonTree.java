package dev.genci.manifest;

import dev.genci.yaml.CoreSchema;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes Jackson's nodes, which the validator reads. Without an ObjectMapper, whose start takes longer than everything here. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The validator asks every value of an enum for its text, and Jackson's own answer starts an ObjectMapper. */
    private static final class Text extends StringNode {
        private static final long serialVersionUID = 1;

        Text(String value) {
            super(value);
        }

        @Override
        public String toString() {
            return '"' + stringValue() + '"';
        }
    }

    /** Reads JSON without fractions. */
    static JsonNode read(InputStream in) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getIntValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> throw new IllegalStateException("unexpected in the schema: " + parser.currentToken());
        };
    }

    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.set(key, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
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
            case STRING -> new Text(scalar.text());
            case INTEGER -> integer(scalar.text());
            case FLOAT -> NODES.numberNode(fraction(scalar.text()));
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NULL -> NODES.nullNode();
        };
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
