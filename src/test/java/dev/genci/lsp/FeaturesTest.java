package dev.genci.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor gets for one manifest. The cursor is a bar. */
class FeaturesTest {
    private static final String FLAGS = "version: 1\ndefaults: {ci: true, parallel-safe: true}\nsessions:\n";
    private static final String THREE = FLAGS
            + "  lint: {purpose: Lint, tags: [gate]}\n"
            + "  tests: {purpose: Run the tests, needs: [tag:gate], python: [\"3.12\", \"3.13\"]}\n"
            + "  all: {purpose: Everything, members: [lint, tests]}\n"
            + "  hashes: {purpose: No session, helper: true}\n";

    @TempDir
    private Path folder;

    private Editor.Heard heard(String text, String method, Map<String, ?> more) {
        Editor editor = Editor.ready(folder);
        assertThat(editor.atCursor(text, method, more)).isEqualTo(2);
        Editor.Heard heard = editor.goodbye();
        assertThat(heard.err()).isEmpty();
        assertThat(heard.exit()).isZero();
        return heard;
    }

    private JsonNode at(String text, String method) {
        return heard(text, method, Map.of()).result(2);
    }

    /** The completions as label and text that is inserted. */
    private Map<String, String> offered(String text) {
        Map<String, String> offered = new LinkedHashMap<>();
        at(text, "completion")
                .forEach(item -> offered.put(
                        item.path("label").asText(),
                        item.path("textEdit").path("newText").asText()));
        return offered;
    }

    private String explained(String text) {
        return at(text, "hover").path("contents").path("value").asText();
    }

    private static List<String> places(JsonNode locations) {
        List<String> places = new ArrayList<>();
        locations.forEach(each -> places.add(range(each.path("range"))));
        return places;
    }

    private static String range(JsonNode range) {
        JsonNode start = range.path("start");
        JsonNode end = range.path("end");
        return start.path("line") + ":" + start.path("character") + "-" + end.path("character");
    }

    @Test
    void referencesAreCompletedWithSessionsJobsAndTags() {
        String text = "jobs: {wheels: {steps: [{run: make}]}}\n" + THREE;
        assertThat(offered(text + "  more: {purpose: More, needs: [¦]}\n").keySet())
                .containsExactly("lint", "tests", "all", "wheels", "tag:gate");
        assertThat(offered(text + "  more: {purpose: More, needs: [lint, te¦]}\n")
                        .keySet())
                .containsExactly("tests", "all", "wheels", "tag:gate");
        assertThat(offered(text + "  more: {purpose: More, artifacts: {download: ¦}}\n")
                        .keySet())
                .contains("lint", "tag:gate", "tests");
        assertThat(offered(text + "  more: {purpose: More, artifacts: {download: [{from: ¦}]}}\n")
                        .keySet())
                .contains("lint", "tag:gate", "tests");
        assertThat(offered(text + "  more: {purpose: More, members: [¦]}\n").keySet())
                .contains("tag:ci", "tag:all");
    }

    @Test
    void callsAreCompletedWithWhatNoxRuns() {
        String text = THREE + "  style: {purpose: Style, session: ruff}\n  docs: {purpose: Docs, run: make}\n";
        for (String calls :
                List.of("[¦]", "[lint, {nox: ¦}]", "[lint, {nox: [¦]}]", "\n      - ¦\n      - run: make")) {
            assertThat(offered(text + "  more:\n    purpose: More\n    calls: " + calls + "\n")
                            .keySet())
                    .as(calls)
                    .contains("tests", "ruff")
                    .doesNotContain("all", "hashes", "docs", "more", "style", "tag:gate");
        }
        assertThat(offered(text + "  more: {purpose: More, calls: [{tag: ¦}]}\n")
                        .keySet())
                .containsExactly("gate");
    }

    @Test
    void aListIsWrittenWhereOnlyAListIsAllowed() {
        assertThat(offered(THREE + "  more:\n    purpose: More\n    needs: ¦\n"))
                .containsEntry("lint", "[lint]");
        assertThat(offered(THREE + "  more:\n    purpose: More\n    needs:\n      - ¦\n"))
                .containsEntry("lint", "lint");
    }

    @Test
    void namesThatNeedQuotesGetThem() {
        String text = FLAGS + "  \"a, b\": {purpose: Odd}\n  more: {purpose: More, needs: [¦]}\n";
        assertThat(offered(text)).containsEntry("a, b", "\"a, b\"");
        assertThat(offered(text.replace("[¦]", "[\"¦\"]"))).containsEntry("a, b", "a, b");
    }

    @Test
    void keysAndValuesOfTheSchemaAreCompleted() {
        assertThat(offered(THREE + "  more: {¦}\n"))
                .containsEntry("purpose", "purpose: ")
                .containsKey("needs");
        assertThat(offered(THREE + "  more: {purpose: More, nee¦: [lint]}\n"))
                .containsEntry("needs", "needs")
                .doesNotContainKey("purpose");
        assertThat(offered(THREE + "  more:\n    ¦\n")).containsKey("purpose");
        assertThat(offered(THREE + "  more:\n    purpose: More\n    ne¦\n"))
                .containsEntry("needs", "needs: ")
                .doesNotContainKey("purpose");
        assertThat(offered("¦\n" + THREE)).containsKey("workflows").doesNotContainKey("sessions");
        assertThat(offered(THREE + "  more: {purpose: More, ci: ¦}\n").keySet()).containsExactly("true", "false");
        assertThat(at(THREE + "  more: {purpose: More, log: {upload: ¦}}\n", "completion")
                        .findValuesAsText("documentation"))
                .containsExactly("If the session, or a step before it, did not succeed.", "In every run.");
        assertThat(offered(THREE + "  more: {purpose: More, python-setup: ¦}\n").keySet())
                .contains("uv", "none");
    }

    @Test
    void tagsWorkflowsAndTheFinalJobAreCompleted() {
        String text = "workflows: {nightly: {on: [workflow_dispatch]}}\n" + THREE;
        assertThat(offered(text + "  more: {purpose: More, tags: [¦]}\n").keySet())
                .containsExactly("gate");
        assertThat(offered(text + "  more: {purpose: More, workflow: ¦}\n").keySet())
                .containsExactly("ci", "nightly");
        assertThat(offered("final-job: ¦\n" + text).keySet()).containsExactly("all", "false");
    }

    @Test
    void nothingIsOfferedInCommentsAndScripts() {
        assertThat(offered(THREE + "# needs: [¦]\n")).isEmpty();
        assertThat(offered(THREE + "  more:\n    purpose: More\n    run: |\n      echo ¦\n"))
                .isEmpty();
        assertThat(offered(THREE + "  more: [}\n  other: {needs: [¦]}\n")).isEmpty();
        assertThat(offered("¦")).containsKey("version");
    }

    @Test
    void namesAreKnownWhileALineIsNoYaml() {
        assertThat(offered(THREE + "  more: {purpose: More, needs: [¦\n").keySet())
                .contains("lint", "tests");
        assertThat(offered(THREE + "  more: {purpose: More, needs: [\"te¦\n  last: {purpose: Last}\n")
                        .keySet())
                .contains("tests", "last");
    }

    @Test
    void hoverShowsJobsRowsAndCacheKeys() {
        String text = at(THREE.replace("  tests:", "  te¦sts:"), "hover")
                .path("contents")
                .path("value")
                .asText();
        assertThat(text)
                .startsWith(
                        "**tests**: Run the tests\n\n`.github/workflows/ci.yml`: job `tests`\n- tests-3.12\n- tests-3.13\n")
                .contains("```yaml\nkey: nox-1-${{ runner.os }}");
        String used = at(THREE.replace("members: [lint, tests]", "members: [lint, te¦sts]"), "hover")
                .path("contents")
                .path("value")
                .asText();
        assertThat(used).isEqualTo(text);
        assertThat(at(THREE.replace("  all:", "  a¦ll:"), "hover").toString()).contains("job `all` only sums up");
        assertThat(at(THREE.replace("  hashes:", "  ha¦shes:"), "hover").toString())
                .contains("No session")
                .doesNotContain("job");
    }

    @Test
    void hoverShowsJobsThatTheManifestWrites() {
        String text = at("jobs: {whe¦els: {steps: [{run: make}]}}\n" + THREE, "hover")
                .path("contents")
                .path("value")
                .asText();
        assertThat(text).isEqualTo("**wheels**\n\n`.github/workflows/ci.yml`: job `wheels`\n- wheels");
    }

    @Test
    void hoverShowsTheBeginningOfManyRows() {
        String numbers = IntStream.range(0, 30).mapToObj(String::valueOf).collect(Collectors.joining("\", \""));
        String text = at(FLAGS + "  te¦sts: {purpose: T, matrix: {part: [\"" + numbers + "\"]}}\n", "hover")
                .path("contents")
                .path("value")
                .asText();
        assertThat(text).contains("19").contains("\n- and 10 more\n");
    }

    @Test
    void hoverOfAManifestWithErrorsShowsNoJobs() {
        String text = THREE.replace("  lint:", "  li¦nt:") + "  more: {purpose: More, needs: [nothing]}\n";
        assertThat(at(text, "hover").path("contents").path("value").asText())
                .isEqualTo("**lint**: Lint\n\nThe manifest has errors, so there are no jobs.");
        assertThat(at("sessions: {a: [¦}\n", "hover").isNull()).isTrue();
    }

    @Test
    void hoverExplainsKeysWithExamplesAndValues() {
        assertThat(explained(THREE.replace("needs:", "ne¦eds:")))
                .startsWith("**needs**: Sessions that must succeed first\n\n")
                .endsWith("\n\n```yaml\nneeds: [lint, tests]\nneeds: [tag:gate]\n```");
        assertThat(explained(THREE + "  more: {purpose: More, cache: {mo¦de: both}}\n"))
                .contains("\n- `downloads`: What pip or uv downloads.\n")
                .endsWith("\n\n```yaml\nmode: both\n```");
        assertThat(explained("permissions: {con¦tents: read}\n" + THREE))
                .endsWith("\n\n- `read`\n- `write`\n- `none`\n");
        assertThat(explained("workf¦lows: {}\n" + THREE))
                .endsWith("```yaml\nworkflows: { nightly: { \"on\": { schedule: [{ cron: 17 3 * * * }] } } }\n```");
        assertThat(at(THREE.replace("Lint,", "Li¦nt,"), "hover").isNull()).isTrue();
    }

    @Test
    void definitionsAndReferencesAreFound() {
        assertThat(places(at(THREE.replace("[lint, tests]", "[lint, te¦sts]"), "definition")))
                .containsExactly("4:2-7");
        assertThat(places(at(THREE.replace("[tag:gate]", "[tag:ga¦te]"), "definition")))
                .containsExactly("3:31-35");
        assertThat(places(at(THREE.replace("Lint,", "Li¦nt,"), "definition"))).isEmpty();
        Map<String, ?> all = Map.of("context", Map.of("includeDeclaration", true));
        Map<String, ?> uses = Map.of("context", Map.of("includeDeclaration", false));
        String text = THREE.replace("  lint:", "  li¦nt:");
        assertThat(places(heard(text, "references", all).result(2))).containsExactly("3:2-6", "5:39-43");
        assertThat(places(heard(text, "references", uses).result(2))).containsExactly("5:39-43");
    }

    @Test
    void mistypedWordsAreReplaced() {
        String text = FLAGS + "  lint: {prupose: Lint}\n  tests: {purpose: Tests, needs: [\"lnit\"¦]}\n";
        Map<String, Object> end = Map.of("line", 4, "character", 44);
        Map<String, ?> all = Map.of(
                "range", Map.of("start", Map.of("line", 0, "character", 0), "end", end),
                "context", Map.of("diagnostics", List.of()));
        JsonNode actions = heard(text, "codeAction", all).result(2);
        List<String> edits = new ArrayList<>();
        for (JsonNode action : actions) {
            JsonNode edit =
                    action.path("edit").path("changes").elements().next().path(0);
            edits.add(action.path("title").asText() + " " + range(edit.path("range")) + " "
                    + edit.path("newText").asText() + " "
                    + action.path("diagnostics").path(0).path("code").asText());
        }
        assertThat(edits)
                .containsExactly(
                        "Replace \"prupose\" by \"purpose\" 3:9-16 purpose unknown-key",
                        "Replace \"lnit\" by \"lint\" 4:34-40 \"lint\" unknown-need");
    }

    @Test
    void wordsInExpressionsAreReplacedWithoutQuotes() {
        String text = FLAGS + "  lint:\n    purpose: Lint\n    if: gihub.event_name == 'push' && ture¦\n";
        Map<String, ?> all = Map.of(
                "range",
                Map.of("start", Map.of("line", 0, "character", 0), "end", Map.of("line", 9, "character", 0)),
                "context",
                Map.of("diagnostics", List.of()));
        List<String> edits = new ArrayList<>();
        for (JsonNode action : heard(text, "codeAction", all).result(2)) {
            JsonNode edit =
                    action.path("edit").path("changes").elements().next().path(0);
            edits.add(range(edit.path("range")) + " " + edit.path("newText").asText());
        }
        assertThat(edits).containsExactly("5:8-13 github", "5:38-42 true");
    }
}
