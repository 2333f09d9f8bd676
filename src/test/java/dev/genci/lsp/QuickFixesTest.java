package dev.genci.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genci.cli.GenCi;
import dev.genci.golden.Case;
import dev.genci.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

/** Each quick fix that is offered for a manifest of {@code err} makes what it is for go away. */
class QuickFixesTest {
    private static final Map<String, ?> EVERYTHING = Map.of(
            "range",
            Map.of("start", Map.of("line", 0, "character", 0), "end", Map.of("line", 9_999, "character", 0)),
            "context",
            Map.of("diagnostics", List.of()));

    @Test
    void ofEveryCase() throws IOException {
        Editor editor = Editor.ready(Case.ROOT.resolve("err").toAbsolutePath());
        Map<Integer, Case> asked = new LinkedHashMap<>();
        for (Case one : Case.all("err")) {
            String expected = Files.readString(one.folder().resolve("expected.txt"));
            if (expected.contains("help: did you mean")) {
                String file = one.name() + "/sessions.yaml";
                editor.open(file, text(one));
                asked.put(editor.at(file, 0, 0, "codeAction", EVERYTHING), one);
            }
        }
        Editor.Heard heard = editor.goodbye();
        int fixes = 0;
        for (Map.Entry<Integer, Case> each : asked.entrySet()) {
            for (JsonNode action : heard.result(each.getKey())) {
                fixes++;
                String wrong =
                        action.path("diagnostics").path(0).path("message").asText();
                String changed = changed(text(each.getValue()), action);
                assertThat(messages(each.getValue().folder(), changed))
                        .as(each.getValue().name() + ": " + action.path("title").asText())
                        .doesNotContain(wrong.replaceFirst("\nhelp: .*", ""));
            }
        }
        assertThat(fixes).isGreaterThan(15);
    }

    private static String text(Case one) throws IOException {
        return Files.readString(one.folder().resolve("sessions.yaml"));
    }

    private static String changed(String text, JsonNode action) {
        JsonNode edit = action.path("edit").path("changes").elements().next().path(0);
        SourceFile file = new SourceFile("sessions.yaml", text);
        return new StringBuilder(text)
                .replace(
                        offset(file, edit.path("range").path("start")),
                        offset(file, edit.path("range").path("end")),
                        edit.path("newText").asText())
                .toString();
    }

    private static int offset(SourceFile file, JsonNode position) {
        return Positions.offset(
                file,
                new Position(
                        position.path("line").asInt(),
                        position.path("character").asInt()));
    }

    private static List<String> messages(Path folder, String text) throws IOException {
        GenCi.Result lint = GenCi.run(
                folder,
                text.getBytes(StandardCharsets.UTF_8),
                List.of("lint", "--format", "json", "--stdin-filename", "sessions.yaml", "-"));
        List<String> messages = new ArrayList<>();
        new ObjectMapper()
                .readTree(lint.out())
                .path("findings")
                .forEach(each -> messages.add(each.path("message").asText()));
        return messages;
    }
}
