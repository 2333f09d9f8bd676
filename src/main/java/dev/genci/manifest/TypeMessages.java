package dev.genci.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.yaml.CoreSchema;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports values of the wrong type, with the right form as help if it can be guessed. */
final class TypeMessages {
    private static final Set<String> ANSWERS = Set.of("true", "false", "yes", "no", "on", "off");

    private final SessionsSchema schema;

    TypeMessages(SessionsSchema schema) {
        this.schema = schema;
    }

    Diagnostic wrong(Error error, YamlNode node, Place place) {
        List<String> types = types(error);
        String own = SchemaMessages.text(schema.owner(error), "errorMessage");
        if (node instanceof YamlScalar scalar
                && scalar.plain()
                && scalar.type() != ScalarType.NULL
                && types.contains("string")) {
            boolean version = schema.owner(error).path("x-text").asText("").equals("version");
            return notText(version ? RuleId.VERSION_NOT_QUOTED : RuleId.WRONG_TYPE, scalar, place);
        }
        String wanted = types.stream().map(TypeMessages::words).distinct().collect(Collectors.joining(" or "));
        return Diagnostic.of(RuleId.WRONG_TYPE, place, "must be " + wanted + but(node))
                .help(own == null ? help(error, node, types) : own);
    }

    /** A list where an item of a list is expected: mostly an alias, which YAML does not join with what is around it. */
    static Diagnostic listInList(YamlNode list) {
        boolean alias = list.place().anchored() != null;
        return Diagnostic.of(RuleId.WRONG_TYPE, list.place(), "a list cannot be put into a list")
                .help(
                        alias
                                ? "anchor its items one by one, and list their aliases"
                                : "put its items into the outer list");
    }

    /** Says that a text has to be quoted. */
    static Diagnostic notText(RuleId rule, YamlScalar scalar, Place place) {
        return Diagnostic.of(rule, place, notText(scalar)).help("quote it: \"" + scalar.text() + "\"");
    }

    private static String notText(YamlScalar scalar) {
        String text = scalar.text();
        boolean shorter = scalar.type() == ScalarType.FLOAT && text.matches("[0-9]+\\.[0-9]*0");
        String kind = scalar.type() == ScalarType.BOOLEAN ? "a boolean" : scalar.kind();
        return text + " is " + kind + " here, not text"
                + (shorter ? ": it equals " + text.replaceFirst("\\.?0+$", "") : "");
    }

    private static String but(YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            return ", not " + node.kind();
        }
        return switch (scalar.type()) {
            case NULL -> scalar.text().isEmpty() ? ", but is empty" : ", not " + scalar.text();
            case INTEGER, FLOAT -> ", not " + scalar.text();
            default -> ", not " + node.kind();
        };
    }

    private @Nullable String help(Error error, YamlNode node, List<String> types) {
        if (!(node instanceof YamlScalar scalar) || scalar.type() != ScalarType.STRING) {
            return null;
        }
        String text = scalar.text();
        if (types.contains("boolean") && ANSWERS.contains(text.toLowerCase(Locale.ROOT))) {
            return "write true or false, without quotes";
        }
        if (types.contains("integer") && CoreSchema.typeOf(text) == ScalarType.INTEGER) {
            return "remove the quotes: " + text;
        }
        boolean fits = !text.isEmpty() && text.length() <= SchemaMessages.LONGEST_SHOWN;
        return types.contains("array") && fits && isListOfTexts(error) ? "write a list: [" + text + "]" : null;
    }

    private boolean isListOfTexts(Error error) {
        JsonNode rules = schema.owner(error);
        JsonNode items =
                rules.has("items") ? rules.path("items") : rules.path("then").path("items");
        JsonNode type = schema.resolve(items).path("type");
        return type.isMissingNode() || type.asText("").equals("string") || has(type, "string");
    }

    private static boolean has(JsonNode types, String wanted) {
        for (JsonNode type : types) {
            if (type.asText("").equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The types that are allowed at a place. */
    private List<String> types(Error error) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.owner(error).path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.textValue()));
        return types;
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
}
