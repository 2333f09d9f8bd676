package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genci.workspace.AtomicFile.Step;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that fails, and a process that ends, between any two steps of writing: the old file or the new one. */
class WriteFaultsTest {
    private static final String OLD = "old\n";
    private static final String NEW = "new\n".repeat(10_000);
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void old() throws IOException {
        file = Files.writeString(folder.resolve("ci.yml"), OLD);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aDiskThatFailsLeavesTheOldFileAndNothingElse(Step step) throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(List.of(new AtomicFile.Text("ci.yml", file, NEW)), next -> {
                    if (next == step) {
                        throw new IOException("No space left on device");
                    }
                }))
                .hasMessage("ci.yml: No space left on device");
        assertThat(names()).containsExactly("ci.yml");
        assertThat(file).hasContent(OLD.strip());
        AtomicFile.write("ci.yml", file, NEW);
        assertThat(Files.readString(file)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aProcessThatEndsLeavesTheOldFile(Step step) throws Exception {
        assertThat(write(step.name())).isEqualTo(KILLED);
        assertThat(Files.readString(file)).isEqualTo(OLD);
        // What lies beside it is no workflow, and the next run removes it.
        assertThat(names()).allMatch(name -> name.equals("ci.yml") || name.endsWith(".tmp"));
        AtomicFile.write("ci.yml", file, NEW);
        assertThat(Files.readString(file)).isEqualTo(NEW);
        assertThat(names()).containsExactly("ci.yml");
    }

    @Test
    void aProcessThatDoesNotEndEarlyWrites() throws Exception {
        assertThat(write("none")).isZero();
        assertThat(Files.readString(file)).isEqualTo(NEW);
        assertThat(names()).containsExactly("ci.yml");
    }

    private int write(String step) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ends.class.getName(),
                        file.toString(),
                        step)
                .directory(new File("").getAbsoluteFile())
                .inheritIO()
                .start();
        return process.waitFor();
    }

    /** A process that writes, and ends before a step as if it were killed: nothing is cleaned up. */
    static final class Ends {
        private Ends() {}

        /** The file, and the name of the step. */
        public static void main(String[] args) throws IOException {
            AtomicFile.write(List.of(new AtomicFile.Text("ci.yml", Path.of(args[0]), NEW)), next -> {
                if (next.name().equals(args[1])) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
        }
    }
}
