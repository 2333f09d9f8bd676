package dev.genci.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.SourceFile;
import dev.genci.testing.Yaml;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code packaging/schemastore} enters into SchemaStore agrees with the schema, and with the rules of SchemaStore's own
 * check ({@code cli.js} in its repository) that need no more than the entry.
 */
class SchemaStoreTest {
    private static final Path FOLDER = Path.of("packaging", "schemastore");

    /** Keywords of JSON Schema's draft 7 that the schema may use. */
    private static final Set<String> DRAFT_7 = Set.of(
            "$comment",
            "$id",
            "$ref",
            "$schema",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "contains",
            "default",
            "definitions",
            "description",
            "enum",
            "else",
            "examples",
            "if",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "properties",
            "propertyNames",
            "required",
            "then",
            "title",
            "type",
            "uniqueItems");

    /** Keywords of editors that SchemaStore's check takes from any schema. */
    private static final Set<String> OF_EDITORS = Set.of(
            "allowTrailingCommas",
            "defaultSnippets",
            "enumDescriptions",
            "markdownDescription",
            "markdownEnumDescriptions");

    private static final Set<String> NAMED_SCHEMAS = Set.of("definitions", "patternProperties", "properties");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalProperties",
            "allOf",
            "anyOf",
            "contains",
            "else",
            "if",
            "items",
            "not",
            "oneOf",
            "propertyNames",
            "then");

    private final Map<String, Object> schema = read(Path.of("schemas", "sessions.schema.json"));
    private final Map<String, Object> entry = read(FOLDER.resolve("catalog-entry.json"));

    SchemaStoreTest() throws IOException {}

    @Test
    void theEntrySaysWhatTheSchemaSays() {
        assertThat(entry.get("description") + ".").isEqualTo(schema.get("description"));
        assertThat(entry.get("url")).isEqualTo("https://www.schemastore.org/" + entry.get("name") + ".json");
    }

    @Test
    void namesAndDescriptionsAreAsTheCatalogWantsThem() {
        assertThat(entry.keySet()).containsExactly("name", "description", "fileMatch", "url");
        assertThat(List.of(entry.get("name"), entry.get("description"))).allSatisfy(text -> assertThat(text.toString())
                .doesNotContainIgnoringCase("schema")
                .doesNotContain("\n")
                .doesNotMatch("(?s).*[,. \t-]"));
    }

    /** Names that others use, too, are not for a catalog that every editor reads: {@code sessions.yaml} alone is one. */
    @Test
    void onlyFilesThatGenCiFindsInAFolderOfItsOwnAreMatched() {
        assertThat(Yaml.texts(entry.get("fileMatch"))).containsExactly("**/.ci/sessions.yaml");
    }

    @Test
    void everyKeywordIsKnownOrNamed() throws IOException {
        assertThat(schema.get("$schema")).isEqualTo("http://json-schema.org/draft-07/schema#");
        Set<String> unknown = new TreeSet<>();
        keywords(schema, unknown);
        unknown.removeAll(DRAFT_7);
        unknown.removeAll(OF_EDITORS);
        assertThat(Yaml.texts(read(FOLDER.resolve("options.json")).get("unknownKeywords")))
                .containsExactlyElementsOf(unknown);
    }

    @Test
    void theSchemaAloneRefusesEachNegativeExampleForOneReason() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("negative"))) {
            assertThat(files.sorted()).hasSizeGreaterThan(5).allSatisfy(file -> {
                YamlTree tree =
                        Objects.requireNonNull(YamlReader.read(new SourceFile(file.toString(), Files.readString(file)))
                                .value());
                assertThat(SchemaChecker.check(tree, new SessionsSchema()).diagnostics())
                        .hasSize(1);
            });
        }
    }

    private static void keywords(Object part, Set<String> found) {
        if (part instanceof List<?> alternatives) {
            alternatives.forEach(alternative -> keywords(alternative, found));
        } else if (part instanceof Map<?, ?>) {
            Yaml.map(part).forEach((keyword, value) -> {
                found.add(keyword);
                if (NAMED_SCHEMAS.contains(keyword)) {
                    Yaml.map(value).values().forEach(inner -> keywords(inner, found));
                } else if (SCHEMAS.contains(keyword)) {
                    keywords(value, found);
                }
            });
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return Yaml.map(Files.readString(file));
    }
}
