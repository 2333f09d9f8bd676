package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.testing.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A committed workflow in which one reader sees a line more than another: in YAML 1.1 U+0085, U+2028 and U+2029 end a line,
 * in 1.2 they are text; editors and terminals have more. Wherever it is put, the file differs.
 */
class SmuggledLinesTest {
    private static final String MANIFEST = """
            version: 1
            defaults: {ci: true, parallel-safe: true}
            sessions: {tests: {purpose: Run the tests}}
            """;
    private static final String SMUGGLED = "defaults: {run: {shell: bash -c evil}}";

    @TempDir
    private Path folder;

    private Path workflow;
    private String right;

    @BeforeEach
    void aWorkflowOfToday() throws IOException {
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST);
        assertThat(gen("-w").exit()).isZero();
        workflow = folder.resolve(".github/workflows/ci.yml");
        right = Files.readString(workflow);
    }

    private GenCi.Result gen(String... args) {
        return GenCi.run(folder, new byte[0], List.of(args));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0085",
                "\u2028",
                "\u2029",
                "\r",
                "\u000b",
                "\u000c",
                "\u001c",
                "\u001d",
                "\u001e",
                "\u0000",
                "\u001b[1A",
                "\b",
                "\u007f",
                "\ufeff",
                "\u200b"
            })
    void aLineThatOneReaderSeesIsADifference(String end) throws IOException {
        List<String> lines = right.lines().toList();
        for (int i = 0; i < lines.size() - 1; i++) {
            if (!lines.get(i).contains("#")) {
                continue; // only a comment takes anything
            }
            differs(i, with(lines, i, lines.get(i) + end + SMUGGLED + end + "---\n"));
            if (!end.equals("\r")) { // both together are a line end of Windows, which every reader takes for one
                differs(i, with(lines, i, lines.get(i) + end + "\n"));
            }
            differs(i, with(lines, i, lines.get(i) + end));
        }
        Files.writeString(workflow, right);
        assertThat(gen("check").exit()).isZero();
    }

    /** The lines, one of them replaced, with what ends it. */
    private static String with(List<String> lines, int number, String line) {
        String before = String.join("\n", lines.subList(0, number)) + (number == 0 ? "" : "\n");
        return before + line + String.join("\n", lines.subList(number + 1, lines.size())) + "\n";
    }

    private void differs(int line, String text) throws IOException {
        Files.write(workflow, text.getBytes(StandardCharsets.UTF_8));
        GenCi.Result check = gen("check");
        assertThat(check.exit()).as("in line %d", line + 1).isEqualTo(1);
        assertThat(check.out()).contains("differs");
    }

    @Test
    void writingAgainRemovesIt() throws IOException {
        Files.writeString(workflow, right.replace(" # v", "\u0085" + SMUGGLED + "\u0085# v"));
        assertThat(gen("-w").exit()).isZero();
        assertThat(Files.readString(workflow)).isEqualTo(right);
    }

    /** This is no theory: what a comment hides from one is a key to another. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void readersDisagree(String end) {
        String text = "a: 1 # v1" + end + "b: 2\n";
        Object old = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        assertThat(old).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(Yaml.map(text)).containsOnlyKeys("a");
    }
}
