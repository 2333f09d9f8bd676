package dev.genci.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings as forges, editors and other programs read them. */
class MachineReportsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Finding finding(String text, RuleId rule, int line, String message) {
        return Finding.of(Diagnostic.of(rule, new Place(new SourceFile("a b.yaml", text), line, 3, 4), message));
    }

    private static Finding first() {
        return finding("one\n  two\n", RuleId.LIMITS, 2, "100 %: too \"large\"");
    }

    private static JsonNode sarif(Finding... findings) throws JsonProcessingException {
        return JSON.readTree(
                        new SarifReport("1.2.3", rule -> "## " + rule + "\n\nUse `less`.\n").print(List.of(findings)))
                .get("runs")
                .get(0);
    }

    private static String fingerprint(Finding... findings) throws JsonProcessingException {
        JsonNode results = sarif(findings).get("results");
        return results.get(results.size() - 1)
                .get("partialFingerprints")
                .get("genCi/v1")
                .textValue();
    }

    @Test
    void jsonIsWhatItsSchemaSays() throws IOException {
        String schema = Files.readString(Path.of("schemas/report.schema.json"));
        Diagnostic explained = Diagnostic.of(RuleId.LIMITS, first().place(), "x")
                .related(first().place(), "here")
                .help("h");
        String report =
                JsonReport.print(List.of(first(), Finding.of(explained)), List.of(new FileState("ci.yml", "differs")));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(JSON.readTree(schema))
                        .validate(JSON.readTree(report)))
                .isEmpty();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(JSON.readTree(schema))
                        .validate(JSON.readTree(report.replace("differs", "strange"))))
                .hasSize(1);
    }

    @Test
    void gitHubGetsACommandForEachWithEverythingEscaped() {
        Finding note = Finding.of(
                Diagnostic.of(RuleId.LEFT_OUT, new Place(new SourceFile("c:x,y.yaml", ""), 1, 1, 1), "a\n::error::b")
                        .help("d"));
        assertThat(GitHubReport.print(List.of(first(), note))).isEqualTo("""
                        ::error file=a b.yaml,line=2,col=3,endColumn=7,title=limits::100 %25: too "large"
                        ::notice file=c%3Ax%2Cy.yaml,line=1,col=1,endColumn=2,title=left-out::a%0A::error::b%0Ad
                        """);
        assertThat(GitHubReport.print(List.of())).isEmpty();
    }

    @Test
    void sarifNamesRuleLevelAndPlace() throws JsonProcessingException {
        Finding other = Finding.of(Diagnostic.of(RuleId.LEFT_OUT, first().place(), "y")
                .related(first().place(), "here")
                .help("do"));
        JsonNode run = sarif(first(), other, first());
        JsonNode rules = run.get("tool").get("driver").get("rules");
        assertThat(rules.size()).isEqualTo(2);
        assertThat(rules.get(0).get("help").get("text").textValue()).isEqualTo("## limits\n\nUse `less`.");
        JsonNode result = run.get("results").get(1);
        assertThat(result.get("ruleIndex").intValue()).isEqualTo(1);
        assertThat(result.get("level").textValue()).isEqualTo("note");
        assertThat(result.get("message").get("text").textValue()).isEqualTo("y. Help: do");
        assertThat(result.get("relatedLocations")
                        .get(0)
                        .get("message")
                        .get("text")
                        .textValue())
                .isEqualTo("here");
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").textValue()).isEqualTo("a%20b.yaml");
        assertThat(place.get("region").toString()).isEqualTo("{\"startLine\":2,\"startColumn\":3,\"endColumn\":7}");
        assertThat(sarif().get("results").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"c:\\é.yaml, ./c:/%C3%A9.yaml", "/c:/s.yaml, /c:/s.yaml", "a b.yaml, a%20b.yaml"})
    void aNameThatLooksLikeAnAddressIsAPath(String name, String uri) throws JsonProcessingException {
        Finding strange = Finding.of(Diagnostic.of(RuleId.LIMITS, new Place(new SourceFile(name, ""), 1, 1, 1), "x"));
        assertThat(sarif(strange).get("results").get(0).findValue("uri").textValue())
                .isEqualTo(uri);
    }

    @Test
    void aFindingKeepsItsFingerprintWhenItMoves() throws JsonProcessingException {
        String before = fingerprint(first());
        assertThat(before).matches("[0-9a-f]{32}");
        assertThat(fingerprint(finding("zero\none\ntwo\n", RuleId.LIMITS, 3, "100 %: too \"large\"")))
                .isEqualTo(before);
        assertThat(fingerprint(finding("one\n  TWO\n", RuleId.LIMITS, 2, "100 %: too \"large\"")))
                .isNotEqualTo(before);
        assertThat(fingerprint(finding("one\n  two\n", RuleId.LIMITS, 2, "other")))
                .isNotEqualTo(before);
        assertThat(fingerprint(first(), first())).as("the second of the same").isNotEqualTo(before);
    }

    @Test
    void filesCanBeCalledAsFromAnotherFolder() {
        Place place = first().place();
        Finding explained = Finding.of(Diagnostic.of(RuleId.LIMITS, place, "x").related(place, "here"));
        Finding moved = Finding.from("sub/", List.of(explained)).get(0);
        assertThat(moved.place().file().name()).isEqualTo("sub/a b.yaml");
        assertThat(moved.related().get(0).place().file()).isSameAs(moved.place().file());
        assertThat(moved.place().file().line(2)).isEqualTo("  two");
        assertThat(Finding.from("", List.of(explained))).containsExactly(explained);
    }
}
