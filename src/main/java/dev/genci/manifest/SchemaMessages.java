package dev.genci.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the validator's errors into messages. Some of the texts are in the schema. */
final class SchemaMessages {
    static final int LONGEST_SHOWN = 40;
    /** As many known keys are listed where none is near. */
    private static final int FEW = 8;

    private final SessionsSchema schema;
    private final TypeMessages types;
    private @Nullable WordsNotTaken words;

    SchemaMessages(SessionsSchema schema) {
        this.schema = schema;
        this.types = new TypeMessages(schema);
    }

    Diagnostic unknownKey(Error error, YamlMapping mapping, YamlEntry entry) {
        List<String> known = new ArrayList<>();
        owner(error).path("properties").fieldNames().forEachRemaining(known::add);
        known.removeAll(mapping.entries().keySet());
        String key = entry.key().text();
        boolean cut = mapping.flow()
                && entry.value() instanceof YamlScalar value
                && value.type() == ScalarType.NULL
                && value.text().isEmpty();
        String few = known.isEmpty() || known.size() > FEW ? null : "known here: " + String.join(", ", known);
        Diagnostic unknown = Diagnostic.of(RuleId.UNKNOWN_KEY, entry.key().place(), "unknown key \"" + key + "\"");
        String nearest = cut ? null : words().nearest(key);
        if (nearest != null) {
            return Diagnostic.of(
                            RuleId.UNKNOWN_KEY, entry.key().place(), "the key \"" + key + "\" is not supported here")
                    .help(nearest);
        }
        return cut
                ? unknown.help("quote the text: it contains a comma")
                : unknown.help(few).suggest(key, known);
    }

    /** Read once: a file can be full of unknown keys. */
    private WordsNotTaken words() {
        if (words == null) {
            words = new WordsNotTaken();
        }
        return words;
    }

    Diagnostic missing(Error error, Place place) {
        String key = error.getProperty();
        JsonNode example = schema.resolve(owner(error).path("properties").path(key))
                .path("examples")
                .path(0);
        return Diagnostic.of(RuleId.MISSING_KEY, place, "the key \"" + key + "\" is missing")
                .help(example.isValueNode() ? "for example: " + key + ": " + example.asText("") : null);
    }

    Diagnostic name(Error error, YamlScalar key) {
        JsonNode rules =
                error.getKeyword().equals("propertyNames") ? schema.resolve(error.getSchemaNode()) : owner(error);
        return Diagnostic.of(
                        RuleId.INVALID_VALUE, key.place(), "the name " + shown(key.text()) + " is not allowed here")
                .help(text(rules, "patternErrorMessage"));
    }

    Diagnostic value(Error error, YamlNode node, Place place) {
        String shown = shown(node);
        return switch (error.getKeyword()) {
            case "type" -> isLostVersion(error, node) ? lostVersion(node) : types.wrong(error, node, place);
            case "enum", "const" -> choice(error, node, place);
            case "pattern" ->
                isLostVersion(error, node)
                        ? lostVersion(node)
                        : invalid(place, shown + " is not allowed here")
                                .help(text(owner(error), "patternErrorMessage"));
            case "minLength", "minItems", "minProperties", "contains" -> invalid(place, "must not be empty");
            case "minimum" -> invalid(place, shown + bound(error, " is too small: at least "));
            case "maximum" ->
                invalid(place, shown + bound(error, " is too large: at most "))
                        .help(text(owner(error), "maximumErrorMessage"));
            case "uniqueItems" -> twice(node, place);
            case "not" -> excluded(error, node, place);
            default -> invalid(place, error.getMessage());
        };
    }

    /** Whether the version of a pin has become a comment, for want of quotes. */
    private boolean isLostVersion(Error error, YamlNode node) {
        return owner(error).path("x-text").asText("").equals("pin")
                && node instanceof YamlScalar scalar
                && scalar.plain()
                && rest(scalar).startsWith("#");
    }

    private static Diagnostic lostVersion(YamlNode node) {
        YamlScalar scalar = (YamlScalar) node;
        return Diagnostic.of(RuleId.VERSION_NOT_QUOTED, scalar.place(), "YAML reads the version as a comment")
                .help("quote the whole value: \"" + scalar.text() + " " + rest(scalar) + "\"");
    }

    /** The rest of the line after a scalar. */
    private static String rest(YamlScalar scalar) {
        Place place = scalar.place().written();
        String line = place.file().line(place.line());
        int end = place.column() - 1 + place.length();
        return line.substring(line.offsetByCodePoints(0, Math.min(end, line.codePointCount(0, line.length()))))
                .strip();
    }

    private static Diagnostic twice(YamlNode node, Place place) {
        Map<String, YamlNode> first = new HashMap<>();
        for (YamlNode item : node instanceof YamlSequence list ? list.items() : List.<YamlNode>of()) {
            YamlNode same = item instanceof YamlScalar scalar ? first.putIfAbsent(scalar.text(), item) : null;
            if (same != null) {
                return invalid(item.place(), shown(item) + " is listed twice")
                        .related(same.place(), "the first one is here");
            }
        }
        return invalid(place, "the same value is listed twice");
    }

    /** Keys that exclude each other: where the alternatives have a description each, that of the first that is so. */
    private static Diagnostic excluded(Error error, YamlNode node, Place place) {
        if (node instanceof YamlMapping mapping) {
            for (JsonNode alternative : error.getSchemaNode().path("anyOf")) {
                List<String> required = new ArrayList<>();
                alternative.path("required").forEach(key -> required.add(key.asText("")));
                String description = text(alternative, "description");
                if (description != null && isSo(alternative, required, mapping)) {
                    Place last = mapping.entries().values().stream()
                            .filter(entry -> required.contains(entry.key().text()))
                            .reduce((first, second) -> second)
                            .map(entry -> entry.key().place())
                            .orElse(place);
                    return invalid(last, description);
                }
            }
        }
        String whole = text(error.getSchemaNode(), "description");
        return invalid(place, whole == null ? "not allowed" : whole);
    }

    /** Whether a mapping has these keys and none that must not be there, and of the words of an alternative those that it must have. */
    private static boolean isSo(JsonNode alternative, List<String> required, YamlMapping mapping) {
        if (!mapping.entries().keySet().containsAll(required)) {
            return false;
        }
        for (Map.Entry<String, JsonNode> property :
                alternative.path("properties").properties()) {
            if (property.getValue().isBoolean() && mapping.get(property.getKey()) != null) {
                return false;
            }
            JsonNode words = property.getValue().path("enum");
            if (mapping.get(property.getKey()) instanceof YamlScalar word
                    && words.isArray()
                    && !contains(words, word.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(JsonNode words, String text) {
        for (JsonNode word : words) {
            if (word.asText("").equals(text)) {
                return true;
            }
        }
        return false;
    }

    private Diagnostic choice(Error error, YamlNode node, Place place) {
        JsonNode rules = owner(error);
        List<String> allowed = new ArrayList<>();
        if (rules.has("const")) {
            allowed.add(rules.get("const").asText(""));
        }
        rules.path("enum").forEach(each -> allowed.add(each.asText("")));
        if (allowed.equals(List.of("false"))) {
            String own = text(rules, "errorMessage");
            return own == null
                    ? invalid(place, shown(node) + " has no effect here: leave it out, or write false")
                    : invalid(place, shown(node) + " is not enough here").help(own);
        }
        String wanted = allowed.size() == 1 ? allowed.get(0) : "one of " + String.join(", ", allowed);
        Diagnostic invalid = invalid(place, shown(node) + " is not allowed here: it must be " + wanted);
        return allowed.size() == 1 || !(node instanceof YamlScalar scalar)
                ? invalid
                : invalid.suggest(scalar.text(), allowed);
    }

    private static Diagnostic invalid(Place place, String message) {
        return Diagnostic.of(RuleId.INVALID_VALUE, place, message);
    }

    private JsonNode owner(Error error) {
        return schema.owner(error);
    }

    static @Nullable String text(JsonNode rules, String key) {
        JsonNode text = rules.path(key);
        return text.isTextual() ? lowerFirst(withoutStop(text.textValue())) : null;
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private String bound(Error error, String tooFar) {
        JsonNode rules = owner(error);
        return rules.path("minimum").equals(rules.path("maximum"))
                ? " is not allowed here: it must be " + rules.path("minimum").asText()
                : tooFar + rules.path(error.getKeyword()).asText();
    }

    private static String shown(YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            return node.kind();
        }
        return scalar.type() == ScalarType.STRING ? shown(scalar.text()) : scalar.text();
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? "\"" + text + "\"" : "\"" + text.substring(0, LONGEST_SHOWN) + "…\"";
    }
}
