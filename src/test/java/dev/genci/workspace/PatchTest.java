package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** git applies every patch, and gets the very bytes. */
class PatchTest {
    private static final String LONG = "line\n".repeat(3_000);

    @TempDir
    private Path folder;

    private void apply(String patch) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("change.patch"), patch);
        Git.Ended git = Git.run(folder, "apply", "--whitespace=nowarn", file.toString());
        assertThat(git.exit()).as("%s%n%s", git.said(), patch).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb\nc\n",
                "a\nX\nc\n",
                "a\nb\nc",
                "a\r\nb\r\nc\r\n",
                "",
                "\n",
                "a\nb\nc\n\n\n",
                "é\u0007\u0085\n",
                "\\ No\n",
                "-- \n++\n"
            })
    void anyTextBecomesAnyOther(String before) throws IOException, InterruptedException {
        Path file = folder.resolve("ci.yml");
        for (String after : List.of("a\nb\nc\n", "b\n", "a\nb\nc", "a\nb\nc\nd", LONG, "")) {
            if (!before.equals(after)) {
                Files.writeString(file, before);
                apply(Patch.changed("ci.yml", before, after));
                assertThat(Files.readString(file)).isEqualTo(after);
            }
        }
    }

    @Test
    void aLongOneIsReplaced() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("ci.yml"), LONG);
        apply(Patch.changed("ci.yml", LONG, LONG + "x\n"));
        assertThat(Files.readString(file)).isEqualTo(LONG + "x\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/workflows/ci.yml", "a b.yml", "prüfung.yml", "a\"b.yml", "a\tb.yml", "a\nb.yml"})
    void filesAreMadeAndDeleted(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        apply(Patch.created(name, "x\ny\n"));
        assertThat(Files.readString(file)).isEqualTo("x\ny\n");
        apply(Patch.deleted(name, "x\ny\n"));
        assertThat(file).doesNotExist();
    }
}
