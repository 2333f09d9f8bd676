package dev.genci.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genci.cli.GenCi;
import dev.genci.golden.Case;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An editor sees what {@code lint} says of every manifest of {@code err}: the same rules, at the same places. */
class SameAsLintTest {
    private static final byte[] NOTHING = {};
    private static final Map<Integer, String> SEVERITIES = Map.of(1, "error", 2, "warning", 3, "note");

    @Test
    void ofEveryCase() throws IOException {
        Editor editor = Editor.ready(Case.ROOT.resolve("err").toAbsolutePath());
        List<String> names = new ArrayList<>();
        for (Case one : Case.all("err")) {
            Path manifest = one.folder().resolve("sessions.yaml");
            try {
                editor.open(one.name() + "/sessions.yaml", Files.readString(manifest));
                names.add(one.name());
            } catch (MalformedInputException e) {
                assertThat(one.name()).startsWith("not-utf-8"); // an editor sends characters
            }
        }
        Editor.Heard heard = editor.goodbye();
        assertThat(heard.err()).isEmpty();
        assertThat(names).hasSizeGreaterThan(200);
        for (String name : names) {
            assertThat(shown(heard.diagnostics(editor.uri(name + "/sessions.yaml"))))
                    .as(name)
                    .isEqualTo(lint(Case.ROOT.resolve("err").resolve(name)));
        }
    }

    private static List<String> lint(Path folder) throws IOException {
        String[] lines = Files.readString(folder.resolve("sessions.yaml")).split("\r\n|\n|\r", -1);
        GenCi.Result lint = GenCi.run(folder, NOTHING, List.of("lint", "--format", "json", "sessions.yaml"));
        List<String> all = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(lint.out()).path("findings")) {
            String help = each.path("help").isNull()
                    ? ""
                    : "\nhelp: " + each.path("help").asText();
            StringBuilder text = new StringBuilder(
                    each.path("severity").asText() + " " + each.path("rule").asText() + " " + place(each, lines) + " "
                            + each.path("message").asText() + help);
            each.path("related").forEach(other -> text.append("\n")
                    .append(place(other, lines))
                    .append(" ")
                    .append(other.path("message").asText()));
            all.add(text.toString());
        }
        return all;
    }

    /** In UTF-16 units, counted from zero. */
    private static String place(JsonNode place, String[] lines) {
        int line = place.path("line").asInt() - 1;
        int[] characters = lines[line].codePoints().toArray();
        int start = Math.min(characters.length, place.path("column").asInt() - 1);
        int end = Math.min(characters.length, start + place.path("length").asInt());
        return line + ":" + new String(characters, 0, start).length() + "-" + new String(characters, 0, end).length();
    }

    private static List<String> shown(JsonNode diagnostics) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : diagnostics) {
            StringBuilder text =
                    new StringBuilder(SEVERITIES.get(each.path("severity").asInt()) + " "
                            + each.path("code").asText() + " " + range(each.path("range")) + " "
                            + each.path("message").asText());
            each.path("relatedInformation").forEach(other -> text.append("\n")
                    .append(range(other.path("location").path("range")))
                    .append(" ")
                    .append(other.path("message").asText()));
            all.add(text.toString());
        }
        return all;
    }

    private static String range(JsonNode range) {
        JsonNode start = range.path("start");
        JsonNode end = range.path("end");
        assertThat(end.path("line")).isEqualTo(start.path("line"));
        return start.path("line") + ":" + start.path("character") + "-" + end.path("character");
    }
}
