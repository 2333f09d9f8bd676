package dev.genci.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genci.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session gets another name everywhere, or an error says why it cannot. The cursor is a bar. */
class RenamingTest {
    private static final String FLAGS = "version: 1\ndefaults: {ci: true, parallel-safe: true}\n";

    @TempDir
    private Path folder;

    private Editor.Heard rename(String text, String name) {
        Editor editor = Editor.ready(folder);
        editor.atCursor(text, "rename", Map.of("newName", name));
        editor.atCursor(text, "prepareRename", Map.of());
        return editor.goodbye();
    }

    private String renamed(String text, String name) {
        Editor.Heard heard = rename(text, name);
        assertThat(heard.error(2)).isEmpty();
        List<JsonNode> edits = new ArrayList<>();
        heard.result(2).path("changes").elements().next().forEach(edits::add);
        Collections.reverse(edits);
        edits.sort((a, b) -> Integer.compare(start(text, b), start(text, a)));
        StringBuilder changed = new StringBuilder(without(text));
        for (JsonNode edit : edits) {
            changed.replace(
                    start(text, edit), end(text, edit), edit.path("newText").asText());
        }
        return changed.toString();
    }

    private static String without(String text) {
        return text.replace(Editor.CURSOR, "");
    }

    private static int start(String text, JsonNode edit) {
        return offset(text, edit.path("range").path("start"));
    }

    private static int end(String text, JsonNode edit) {
        return offset(text, edit.path("range").path("end"));
    }

    private static int offset(String text, JsonNode position) {
        return Positions.offset(
                new SourceFile("sessions.yaml", without(text)),
                new Position(
                        position.path("line").asInt(),
                        position.path("character").asInt()));
    }

    private String refused(String text, String name) {
        return rename(text, name).error(2).path("message").asText();
    }

    @Test
    void allReferencesChange() {
        String text = FLAGS
                + "final-job: gate\n"
                + "jobs: {wheels: {needs: @, steps: [{run: make}]}}\n"
                + "sessions:\n"
                + "  ¦@: {purpose: \"𝄞 build\", artifacts: {upload: {path: dist}}}\n"
                + "  tests: {purpose: 𝄞, artifacts: {download: @}}\n"
                + "  docs: {purpose: 𝄞, needs: [\"@\"]}\n"
                + "  lint: {purpose: 𝄞, needs: ['@']}\n"
                + "  more: {purpose: More, artifacts: {download: {from: @}}, tags: [build]}\n"
                + "  gate: {purpose: Gate, members: [tests, @, tag:build]}\n";
        assertThat(renamed(text.replace("@", "build"), "make it"))
                .isEqualTo(without(text).replace("@", "make it"));
    }

    @Test
    void theFinalJobFollowsItsMetaSession() {
        String text = FLAGS + "final-job: gate\nsessions:\n  a: {purpose: A}\n  ga¦te: {purpose: Gate, members: [a]}\n";
        assertThat(renamed(text, "ok"))
                .isEqualTo(without(text).replace("gate:", "ok:").replace(": gate", ": ok"));
    }

    @Test
    void quotesAreWrittenWhereTheyAreNeeded() {
        String text = FLAGS + "sessions:\n  a: {purpose: A}\n  b: {purpose: B, needs: [&x ¦a, *x]}\n";
        String one = text.replace(", *x", "");
        assertThat(renamed(one, "true"))
                .isEqualTo(without(one).replace("  a:", "  \"true\":").replace("&x a", "&x \"true\""));
    }

    @Test
    void aliasesChangeWhereTheyAreWritten() {
        String text = FLAGS
                + "sessions:\n  a: {purpose: A}\n  b: {purpose: B, needs: &x [a]}\n  c: {purpose: C, needs: *¦x}\n";
        assertThat(renamed(text, "d"))
                .isEqualTo(without(text).replace("  a:", "  d:").replace("[a]", "[d]"));
    }

    @Test
    void nothingIsWrongAfterwards() {
        String text = FLAGS + "sessions:\n  ¦a: {purpose: A}\n  b: {purpose: B, needs: [a]}\n";
        assertThat(refused(text, "b")).isEqualTo("the key \"b\" is a duplicate");
        assertThat(refused(text, "-x")).isEqualTo("the name \"-x\" is not allowed here");
        assertThat(refused(text, "")).isNotEmpty();
        assertThat(refused(text.replace("purpose: A", "prupose: A"), "c")).isEmpty();
    }

    @Test
    void whatIsNoSessionHasNoOtherName() {
        String text =
                FLAGS + "jobs: {wheels: {steps: [{run: make}]}}\nsessions:\n  a: {purpose: A, needs: [whe¦els]}\n";
        Editor.Heard heard = rename(text, "c");
        assertThat(heard.error(2).path("message").asText()).isEqualTo("no session is named here");
        assertThat(heard.result(3).isNull()).isTrue();
        assertThat(refused("sessions: [¦", "c")).contains("flow");
        String folded =
                FLAGS + "sessions:\n  ¦a: {purpose: A}\n  b:\n    purpose: B\n    needs:\n      - >-\n        a\n";
        assertThat(refused(folded, "c")).isEqualTo("\"a\" in line 8 cannot be replaced: it is written as \">-\"");
    }
}
