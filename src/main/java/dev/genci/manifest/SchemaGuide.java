package dev.genci.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the schema says to those who write a manifest: which keys are allowed where, and what they mean. */
public final class SchemaGuide {
    private final JsonNode json = SessionsSchema.json();

    /** A part of the schema: what holds at a place in a manifest, of whichever type that is. */
    public final class Part {
        private final List<JsonNode> alternatives;

        private Part(List<JsonNode> alternatives) {
            this.alternatives = alternatives;
        }

        /** What holds for the value of a key; for nothing where the key is not allowed. */
        public Part key(String key) {
            List<JsonNode> found = new ArrayList<>();
            for (JsonNode each : alternatives) {
                JsonNode own = each.path("properties").path(key);
                add(own.isMissingNode() ? each.path("additionalProperties") : own, found);
            }
            return new Part(found);
        }

        /** What holds for an item of a list. */
        public Part item() {
            List<JsonNode> found = new ArrayList<>();
            alternatives.forEach(each -> add(each.path("items"), found));
            return new Part(found);
        }

        /** The keys that have a meaning of their own, each with it. */
        public Map<String, Part> keys() {
            Map<String, Part> keys = new LinkedHashMap<>();
            for (JsonNode each : alternatives) {
                each.path("properties").fieldNames().forEachRemaining(key -> keys.put(key, key(key)));
            }
            return keys;
        }

        /** The only values that are allowed, where there are few, each with what it means; that is empty where nothing is said. */
        public Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            for (JsonNode each : alternatives) {
                int number = 0;
                for (JsonNode value : each.path("enum")) {
                    values.put(
                            value.asText(),
                            each.path("enumDescriptions").path(number).asText(""));
                    number++;
                }
                // Where only one of the two is allowed, that is an alternative.
                if (types(each).contains("boolean") && !each.path("then").has("enum")) {
                    values.put("true", "");
                    values.put("false", "");
                }
            }
            return values;
        }

        /** What a text is: {@code session}, {@code tag}, {@code workflow}, {@code final-job} and others; empty where nothing is said. */
        public String textIs() {
            return first("x-text");
        }

        /** Whether a text is allowed, or another value on one line. */
        public boolean takesScalar() {
            return alternatives.stream()
                    .map(SchemaGuide::types)
                    .anyMatch(types -> types.isEmpty()
                            || types.contains("string")
                            || types.contains("boolean")
                            || types.contains("integer"));
        }

        /** In some words; empty where nothing is said. */
        public String title() {
            return first("title");
        }

        /** In some sentences; empty where nothing is said. */
        public String description() {
            return first("description");
        }

        /** Some values that are allowed, to show how they are written. */
        public List<Value> examples() {
            List<Value> examples = new ArrayList<>();
            alternatives.forEach(
                    each -> each.path("examples").forEach(example -> examples.add(JsonTree.value(example))));
            return examples;
        }

        private String first(String keyword) {
            return alternatives.stream()
                    .map(each -> each.path(keyword).asText(""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What holds for the whole manifest. */
    public Part root() {
        return new Part(List.of(json));
    }

    /** Adds a part, what it refers to, and what holds in addition for one of its types. */
    private void add(@Nullable JsonNode part, List<JsonNode> found) {
        if (part == null || !part.isObject()) {
            return;
        }
        JsonNode resolved =
                part.has("$ref") ? json.at(part.get("$ref").textValue().substring(1)) : part;
        found.add(resolved);
        add(resolved.get("then"), found);
    }

    private static Set<String> types(JsonNode part) {
        Set<String> types = new TreeSet<>();
        JsonNode type = part.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.textValue()));
        return types;
    }
}
