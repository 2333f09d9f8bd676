package dev.genci.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The manifest's JSON Schema, draft-07. */
public final class SessionsSchema {
    private static final String RESOURCE = "/schemas/sessions.schema.json";
    /** What the build makes of it, see {@link PackedJson}. */
    private static final String PACKED = "/schemas/sessions.schema.packed";

    /**
     * Keywords that check nothing: those for people and editors, and those that another keyword reads. The validator would
     * complain of those that it does not know.
     *
     * <p>A definition is prepared when something in a manifest needs it, not before: a manifest uses few of them.
     */
    private static final List<String> SILENT = List.of(
            "$schema",
            "$id",
            "$comment",
            "title",
            "description",
            "default",
            "examples",
            "defaultSnippets",
            "definitions",
            "enumDescriptions",
            "patternErrorMessage",
            "errorMessage",
            "maximumErrorMessage",
            "then",
            "x-text");

    private final JsonNode json;
    private final Schema schema;

    /** Loads it, which takes longer than checking a manifest. */
    public SessionsSchema() {
        json = json();
        // Draft 7 without its formats, which are unused and slow to load.
        Dialect dialect = Dialect.builder("http://json-schema.org/draft-07/schema#")
                .specificationVersion(SpecificationVersion.DRAFT_7)
                .idKeyword("$id")
                .keywords(KeywordType.getKeywords(SpecificationVersion.DRAFT_7))
                .keywords(SILENT.stream().map(Silent::new).toList())
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(false)
                .preloadSchema(false)
                .locale(Locale.ROOT)
                .build();
        schema = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config))
                .getSchema(SchemaLocation.of(json.get("$id").textValue()), json);
    }

    /** A keyword without a validator. The library's own has one, which prepares every definition. */
    private static final class Silent extends AbstractKeyword {
        Silent(String name) {
            super(name);
        }

        @Override
        public @Nullable KeywordValidator newValidator(
                SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
            return null;
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(SessionsSchema.class.getResourceAsStream(resource), resource);
    }

    /** What is in it. */
    static JsonNode json() {
        try (InputStream in = open(PACKED)) {
            return PackedJson.read(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its text, as it lies in schemas/. */
    public static String text() {
        try (InputStream in = open(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of the schema to which the keyword belongs that failed. */
    JsonNode owner(Error error) {
        return json.at(error.getSchemaLocation().getFragment().getParent().toString());
    }

    /** The definition that a part of the schema refers to. */
    JsonNode resolve(JsonNode part) {
        return part.has("$ref") ? json.at(part.get("$ref").textValue().substring(1)) : part;
    }

    /** What is wrong with a document. */
    List<Error> errors(JsonNode document) {
        List<Error> all = schema.validate(document).stream()
                .filter(SessionsSchema::isTrue)
                .toList();
        // A wrong type explains every other error in the same place.
        Set<String> mistyped = all.stream()
                .filter(SessionsSchema::isType)
                .map(error -> error.getInstanceLocation().toString())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(error -> isType(error)
                        || !mistyped.contains(error.getInstanceLocation().toString()))
                .toList();
    }

    private static boolean isType(Error error) {
        return error.getKeyword().equals("type");
    }

    /** The validator treats the values of a mapping as items, which the specification does not require to differ. */
    private static boolean isTrue(Error error) {
        return !error.getKeyword().equals("uniqueItems")
                || error.getInstanceNode() == null
                || error.getInstanceNode().isArray();
    }
}
