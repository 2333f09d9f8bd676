package dev.genci.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genci.data.Value;

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
        return value instanceof Value.Text text ? NODES.textNode(text.text()) : NODES.nullNode();
    }
}
