package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.GenCi;
import dev.genci.golden.Markdown.Block;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each section of docs/diagnostics.md shows a manifest and exactly the report that {@code lint} gives. A yaml block that
 * begins with a path as a comment is another file beside the manifest, without that line. A json block is what nox lists:
 * lint compares the manifest with it. Where there is no manifest, {@code audit} reads the workflow.
 */
class DiagnosticsPageTest {
    private static final String LISTING = "nox-list.json";

    /** Before the first finding. */
    private static final Pattern FIRST = Pattern.compile("(?m)^(?=\\.github/\\S*: )");

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private boolean reported = true;
    private int sections;

    @Test
    void everyExampleGivesItsReport() throws IOException {
        Markdown.check(Path.of("docs/diagnostics.md"), this::body);
        assertThat(sections).isPositive();
        assertThat(reported).isTrue();
    }

    @Test
    void everySectionShowsAReport() throws IOException {
        String[] page = Files.readString(Path.of("docs/diagnostics.md")).split("(?m)^## ");
        assertThat(List.of(page).subList(1, page.length))
                .allSatisfy(section -> assertThat(section).contains("```yaml", "```text"));
    }

    private List<String> command() {
        String verb = Files.exists(folder.resolve("sessions.yaml")) ? "lint" : "audit";
        return Files.exists(folder.resolve(LISTING)) ? List.of(verb, "--noxfile=" + LISTING) : List.of(verb);
    }

    /** Without what an audit says of each workflow before its findings. */
    private String report() {
        List<String> command = command();
        GenCi.Result result = GenCi.run(folder, new byte[0], command);
        String report = result.out() + result.err();
        return command.get(0).equals("audit") ? FIRST.split(report, 2)[1] : report;
    }

    private String body(Block block) throws IOException {
        if (block.info().equals("json")) {
            Files.writeString(folder.resolve(LISTING), block.body());
            return block.body();
        }
        if (block.info().startsWith("yaml")) {
            if (reported) {
                folder = Files.createDirectories(
                        temp.resolve("section-" + ++sections).resolve("project"));
                reported = false;
            }
            boolean other = block.body().startsWith("# .");
            int end = block.body().indexOf('\n');
            String name = other ? block.body().substring(2, end) : "sessions.yaml";
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Charset charset = block.info().endsWith("latin-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            Files.writeString(file, other ? block.body().substring(end + 1) : block.body(), charset);
            return block.body();
        }
        assertThat(block.info()).isEqualTo("text");
        reported = true;
        return report();
    }
}
