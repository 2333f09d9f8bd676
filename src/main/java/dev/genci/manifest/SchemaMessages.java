package dev.genci.manifest;

import com.networknt.schema.Error;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Suggestion;
import dev.genci.source.Place;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what the validator found, in words for people. The schema brings some of them itself. */
final class SchemaMessages {
    private static final int LONGEST_SHOWN = 40;

    private final SessionsSchema schema;

    SchemaMessages(SessionsSchema schema) {
        this.schema = schema;
    }

    Diagnostic unknownKey(Error error, YamlMapping mapping, YamlEntry entry) {
        List<String> known = new ArrayList<>(owner(error).path("properties").propertyNames());
        known.removeAll(mapping.entries().keySet());
        String key = entry.key().text();
        boolean cut = mapping.flow()
                && entry.value() instanceof YamlScalar value
                && value.type() == ScalarType.NULL
                && value.text().isEmpty();
        String help = cut ? "quote the text: it contains a comma" : Suggestion.didYouMean(key, known);
        return Diagnostic.error("unknown-key", entry.key().place(), "unknown key \"" + key + "\"")
                .help(help);
    }

    Diagnostic missing(Error error, Place place) {
        return Diagnostic.error("missing-key", place, "the key \"" + error.getProperty() + "\" is missing");
    }

    Diagnostic name(Error error, YamlScalar key) {
        JsonNode rules = error.getKeyword().equals("propertyNames") ? error.getSchemaNode() : owner(error);
        return Diagnostic.error("invalid-value", key.place(), "the name " + shown(key.text()) + " is not allowed here")
                .help(text(rules, "patternErrorMessage"));
    }

    Diagnostic value(Error error, YamlNode node, Place place) {
        String shown = node instanceof YamlScalar scalar ? shown(scalar.text()) : node.kind();
        return switch (error.getKeyword()) {
            case "type", "oneOf" -> wrongType(error, node, place);
            case "enum", "const" -> choice(error, node, place);
            case "pattern" ->
                invalid(place, shown + " is not allowed here").help(text(owner(error), "patternErrorMessage"));
            case "minLength", "minItems", "minProperties" -> invalid(place, "there must be something in it");
            case "minimum" -> invalid(place, shown + " is too small: at least " + argument(error));
            case "maximum" -> invalid(place, shown + " is too large: at most " + argument(error));
            case "uniqueItems" -> invalid(place, "the same value stands in the list twice");
            case "not" ->
                invalid(
                        place,
                        withoutStop(error.getSchemaNode().path("description").asString("not allowed")));
            default -> invalid(place, error.getMessage());
        };
    }

    private Diagnostic wrongType(Error error, YamlNode node, Place place) {
        List<String> types = types(error);
        String own = text(owner(error), "errorMessage");
        boolean text = types.contains("string");
        if (node instanceof YamlScalar scalar && text && scalar.type() != ScalarType.NULL && scalar.plain()) {
            boolean version = own != null && own.startsWith("a version");
            return Diagnostic.error(
                            version ? "version-not-quoted" : "wrong-type",
                            place,
                            scalar.text() + " is " + scalar.kind() + " here, not text")
                    .help("quote it: \"" + scalar.text() + "\"");
        }
        String wanted = types.stream().map(SchemaMessages::words).distinct().collect(Collectors.joining(" or "));
        return Diagnostic.error(
                        "wrong-type",
                        place,
                        "must be " + wanted + (isNothing(node) ? ", but there is nothing" : ", not " + node.kind()))
                .help(own);
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar
                && scalar.type() == ScalarType.NULL
                && scalar.text().isEmpty();
    }

    /** The types that a place takes, of all its alternatives. */
    private List<String> types(Error error) {
        List<String> types = new ArrayList<>();
        if (error.getKeyword().equals("oneOf")) {
            for (JsonNode branch : error.getSchemaNode()) {
                JsonNode rules = branch.has("$ref")
                        ? schema.at(branch.get("$ref").stringValue().substring(1))
                        : branch;
                collect(rules.path("type"), types);
            }
        } else {
            collect(owner(error).path("type"), types);
        }
        return types;
    }

    private static void collect(JsonNode type, List<String> types) {
        if (type.isString()) {
            types.add(type.stringValue());
        }
        type.forEach(each -> types.add(each.stringValue()));
    }

    private static String words(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a mapping";
            default -> "empty";
        };
    }

    private Diagnostic choice(Error error, YamlNode node, Place place) {
        JsonNode rules = owner(error);
        List<String> allowed = new ArrayList<>();
        if (rules.has("const")) {
            allowed.add(rules.get("const").asString(""));
        }
        rules.path("enum").forEach(each -> allowed.add(each.asString("")));
        String found = node instanceof YamlScalar scalar ? scalar.text() : node.kind();
        String wanted = allowed.size() == 1 ? allowed.get(0) : "one of " + String.join(", ", allowed);
        return invalid(place, shown(found) + " is not allowed here: it must be " + wanted)
                .help(Suggestion.didYouMean(found, allowed));
    }

    private static Diagnostic invalid(Place place, String message) {
        return Diagnostic.error("invalid-value", place, message);
    }

    /** The part of the schema to which the failed keyword belongs. */
    private JsonNode owner(Error error) {
        return schema.at(error.getSchemaLocation().getFragment().getParent().toString());
    }

    private static @Nullable String text(JsonNode rules, String key) {
        JsonNode text = rules.path(key);
        return text.isString() ? lowerFirst(withoutStop(text.stringValue())) : null;
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String argument(Error error) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[arguments.length - 1]);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? "\"" + text + "\"" : "\"" + text.substring(0, LONGEST_SHOWN) + "…\"";
    }
}
