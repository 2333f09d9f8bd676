package dev.genci.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genci.cli.GenCi;
import dev.genci.testing.Alike;
import dev.genci.testing.OtherForge;
import dev.genci.testing.Yaml;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No forge is left out anywhere: whatever must know of every forge is looked at here. */
class ForgesTest {
    private static String text(String path) throws IOException {
        return Files.readString(Path.of(path));
    }

    /** What the group of a pattern finds in a text, in which it must be. */
    private static String only(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("nothing is %s", pattern).isTrue();
        return found.group(1);
    }

    @Test
    void theSchemaKnowsEveryForgeByOneDefinition() throws IOException {
        Map<String, Object> schema = Yaml.map(text("schemas/sessions.schema.json"));
        Map<String, Object> targets = Yaml.map(
                Yaml.map(Yaml.map(schema.get("properties")).get("targets")).get("properties"));
        assertThat(List.copyOf(targets.keySet())).isEqualTo(Forges.ids());
        assertThat(targets.values()).containsOnly(Map.of("$ref", "#/definitions/target"));
    }

    @Test
    void aNameStandsForItsForge() {
        assertThat(Forges.ids().stream().map(Forges::of).toList()).isEqualTo(Forges.ALL);
        assertThatThrownBy(() -> Forges.of("nowhere")).hasMessage("no forge nowhere");
    }

    @Test
    void everyForgeHasAFolderOfItsOwn() {
        assertThat(Forges.ALL).extracting(Forge::file).doesNotHaveDuplicates();
        assertThat(Forges.folders()).doesNotHaveDuplicates();
    }

    @Test
    void everyAnswerSaysWhereItWasRead() {
        for (Forge forge : Forges.ALL) {
            for (Feature feature : Feature.values()) {
                Support support = forge.support(feature);
                assertThat(support.source()).as("%s of %s", feature, forge.id()).isNotBlank();
                assertThat(support.level() == Support.Level.IGNORED && !feature.isOptional())
                        .as("%s is ignored by %s", feature, forge.id())
                        .isFalse();
                assertThat(support.detail().isEmpty())
                        .as("%s of %s", feature, forge.id())
                        .isEqualTo(support.level() == Support.Level.KNOWN);
            }
            assertThat(forge.limits().source()).isNotBlank();
        }
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        String table = ForgeTable.markdown();
        String page = text("docs/workflow.md");
        int start = page.indexOf(table.substring(0, table.indexOf('\n')));
        assertThat(start).as("the head of the table").isPositive();
        assertThat(page.substring(start, page.indexOf("\n\n", start)).lines())
                .isEqualTo(table.strip().lines().toList());
    }

    @Test
    void explainPrintsTheTableAndItsSources() {
        for (String rule : List.of("target-ignores", "target-cannot")) {
            assertThat(GenCi.run(Path.of("."), new byte[0], List.of("explain", rule))
                            .out())
                    .endsWith("\n" + ForgeTable.markdown() + "\nWhere this was read:\n\n" + ForgeTable.sources());
        }
        assertThat(GenCi.run(Path.of("."), new byte[0], List.of("explain", "left-out"))
                        .out())
                .doesNotContain("Where this was read");
    }

    @Test
    void helpNamesEveryForge() {
        String help = GenCi.run(Path.of("."), new byte[0], List.of("--help")).out();
        String named = only("The forge: (.*?)\\.", help.replaceAll("\\s+", " "));
        assertThat(named).matches("([a-z]+, )*[a-z]+ or [a-z]+");
        assertThat(List.of(named.split(", | or ", -1))).isEqualTo(Forges.ids());
    }

    @Test
    void theSameActionsHaveBuiltInPinsEverywhere() {
        assertThat(Forges.ALL.stream().map(forge -> forge.pins().keySet()))
                .containsOnly(Forges.ALL.get(0).pins().keySet());
    }

    @Test
    void forgesThatSayTheSameAreFound() {
        Forge other = new OtherForge("other", Forges.of("forgejo"), Map.of());
        Forge strange = new OtherForge(
                "strange",
                Forges.of("forgejo"),
                Map.of(Feature.CONCURRENCY, new Support(Support.Level.IGNORED, "", "made up")));
        List<Forge> all =
                Stream.concat(Forges.ALL.stream(), Stream.of(other, strange)).toList();
        assertThat(Alike.first(other, all)).isEqualTo(Forges.of("forgejo"));
        assertThat(Alike.first(strange, all)).isEqualTo(strange);
    }

    @Test
    void theManualNamesEveryForgeAndItsDefaults() throws IOException {
        String targets = only("(?s)\n### targets\n(.*?)\n### ", text("docs/manifest.md"));
        for (Forge forge : Forges.ALL) {
            assertThat(targets.strip().lines().findFirst().orElseThrow()).contains("`" + forge.id() + "`");
            assertThat(row("file", targets)).contains("`" + forge.file() + "`");
            assertThat(row("runs-on", targets)).contains("`" + forge.runner() + "`");
            assertThat(row("python-setup", targets))
                    .contains("`" + forge.interpreters().word() + "`");
        }
    }

    private static String row(String key, String table) {
        return only("(?m)^\\| `" + key + "` \\|[^|]*\\|([^|]*)\\|", table);
    }

    @Test
    void everyForgeHasATableOfExpressions() {
        assertThat(Forges.ids()).allSatisfy(id -> assertThat(Path.of("src/main/resources/expressions", id + ".txt"))
                .isRegularFile());
    }

    @Test
    void theHooksLookAtEveryFolder() throws IOException {
        for (String hooks : List.of(".pre-commit-hooks.yaml", "packaging/pre-commit-mirror/.pre-commit-hooks.yaml")) {
            String files = only("(?m)files: &inputs (.*)$", text(hooks));
            for (String folder : Forges.folders()) {
                assertThat(folder + "/ci.yml").as(hooks).matches(Pattern.compile(files));
            }
        }
    }

    @Test
    void everySampleHasAWorkflowForEveryForge() throws IOException {
        try (DirectoryStream<Path> samples = Files.newDirectoryStream(Path.of("samples"), Files::isDirectory)) {
            for (Path sample : samples) {
                for (Forge forge : Forges.ALL) {
                    assertThat(sample.resolve(forge.folders().get(0))).isNotEmptyDirectory();
                }
            }
        }
    }

    /** The judges and the oracle are told which forge a workflow is for; one that they do not know they would pass over. */
    @Test
    void judgesAndOracleKnowEveryForge() throws IOException {
        String kinds = only("(?m)^BOTH = (\\(.*\\))$", text("conformance/lib/judges.py"));
        for (Forge forge : Forges.ALL) {
            String folder = Pattern.quote("\"" + forge.folders().get(0) + "\": (\"" + forge.id() + "\", ");
            String kind = only(folder + "(\".*\")\\),", text("conformance/lib/workflows.py"));
            assertThat(kinds).as("the kinds of workflows that judges take").contains(kind);
            assertThat(text("oracle/forges.py")).contains("\n    \"" + forge.id() + "\": ");
        }
    }
}
