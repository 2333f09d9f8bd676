package dev.genci.golden;

import dev.genci.pipeline.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Data as Jackson's nodes. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static JsonNode of(Value value) {
        if (value instanceof Value.Fields fields) {
            ObjectNode object = NODES.objectNode();
            fields.fields().forEach((key, field) -> object.set(key, of(field)));
            return object;
        }
        if (value instanceof Value.Items items) {
            ArrayNode array = NODES.arrayNode();
            items.items().forEach(item -> array.add(of(item)));
            return array;
        }
        if (value instanceof Value.Numeral number) {
            boolean whole = number.text().chars().allMatch(Character::isDigit);
            return whole
                    ? NODES.numberNode(Integer.parseInt(number.text()))
                    : NODES.numberNode(Double.parseDouble(number.text()));
        }
        if (value instanceof Value.Flag flag) {
            return NODES.booleanNode(flag.value());
        }
        return value instanceof Value.Text text ? NODES.stringNode(text.text()) : NODES.nullNode();
    }
}
