package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository in which somebody has put something else than a workflow where the workflow belongs. */
class StrangeFilesTest {
    private static final String WORKFLOW = ".github/workflows/ci.yml";
    private static final String MANIFEST = """
            version: 1
            defaults: {ci: true, parallel-safe: true}
            sessions: {tests: {purpose: Run the tests}}
            """;

    @TempDir
    private Path around;

    private Path folder;
    private Path workflow;

    @BeforeEach
    void aProject() throws IOException {
        folder = Files.createDirectory(around.resolve("project"));
        workflow = folder.resolve(WORKFLOW);
        Files.createDirectories(workflow.getParent());
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST);
    }

    private GenCi.Result gen(String... args) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> GenCi.run(folder, new byte[0], List.of(args)));
    }

    /** Every verb that looks at the workflow ends with 4 and names it. */
    private void refused(String why) {
        for (List<String> args : List.of(
                List.of("-w"), List.of("-w", "--force"), List.of("check"), List.of("lint"), List.of("generate"))) {
            GenCi.Result result = gen(args.toArray(String[]::new));
            assertThat(result.exit()).as(args.toString()).isEqualTo(4);
            assertThat(result.err()).isEqualTo("gen-ci: cannot read " + WORKFLOW + ": " + why + "\n");
        }
    }

    @Test
    void aPipe() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is mkfifo");
        assertThat(new ProcessBuilder("mkfifo", workflow.toString()).start().waitFor())
                .isZero();
        refused("it is not a regular file");
        Files.move(workflow, folder.resolve("pipe"));
        assertThat(gen("check", "pipe").err()).isEqualTo("gen-ci: cannot read pipe: it is not a regular file\n");
    }

    @Test
    void aDevice() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there are devices");
        Files.createSymbolicLink(workflow, Path.of("/dev/zero"));
        refused("it is, or is below, a symbolic link that leads out of the project's folder");
    }

    @Test
    void aLinkToAFileElsewhere() throws IOException {
        Path other = Files.writeString(around.resolve("other.yml"), "");
        Files.createSymbolicLink(workflow, other);
        refused("it is, or is below, a symbolic link that leads out of the project's folder");
        assertThat(other).isEmptyFile();
    }

    @Test
    void aFolderElsewhere() throws IOException {
        Files.delete(workflow.getParent());
        Path other = Files.createDirectory(around.resolve("other"));
        Files.createSymbolicLink(workflow.getParent(), other);
        refused("it is, or is below, a symbolic link that leads out of the project's folder");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aLinkToNothing() throws IOException {
        Files.createSymbolicLink(workflow, around.resolve("nothing"));
        refused("it is, or is below, a symbolic link that leads nowhere");
        assertThat(around.resolve("nothing")).doesNotExist();
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(workflow);
        refused("it is a folder");
    }

    @Test
    void moreThanAForgeTakes() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(workflow.toFile(), "rw")) {
            file.setLength(400L * 1024 * 1024);
        }
        refused("it is larger than 16 MiB");
    }

    @Test
    void aLinkInsideTheProjectIsFollowed() throws IOException {
        Files.createSymbolicLink(workflow, Files.writeString(folder.resolve("real.yml"), ""));
        assertThat(gen("-w").exit()).isZero();
        assertThat(gen("check").exit()).isZero();
    }

    @Test
    void bytesThatAreNoTextDiffer() throws IOException {
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST.replace("tests}", "tests \ufffd}"));
        assertThat(gen("-w").exit()).isZero();
        assertThat(gen("check").exit()).isZero();
        byte[] bytes = Files.readString(workflow).replace("\ufffd", "?").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xff : bytes[i];
        }
        Files.write(workflow, bytes);
        assertThat(gen("check").exit()).isEqualTo(1);
    }

    @Test
    void anOrphanIsNamedAsItCanBeSeen() throws IOException {
        assertThat(gen("-w").exit()).isZero();
        String text = Files.readString(workflow);
        Files.writeString(folder.resolve(".github/workflows/\u001b[31mold\n'.yml"), text);
        Files.writeString(
                folder.resolve(".github/workflows/nul.yml"), text.replace("sessions.yaml", "gone\u0000.yaml"));
        GenCi.Result check = gen("check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).doesNotContain("\u001b").contains("""
                        .github/workflows/\\u001b[31mold\\n'.yml: orphaned: made by gen-ci, but no target names it
                        """, """
                        .github/workflows/nul.yml: orphaned: made by gen-ci, but no target names it
                        To remove orphaned workflows, run: git rm $'.github/workflows/\\u001b[31mold\\n\\'.yml' .github/workflows/nul.yml
                        """);
    }

    @Test
    void aDiffShowsWhatNoEyeSees() throws IOException {
        assertThat(gen("-w").exit()).isZero();
        Files.writeString(workflow, Files.readString(workflow).replace("v7.0.1", "v7.0.1\u0085 x: \u001b[31m\u202e"));
        GenCi.Result check = gen("check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("# v7.0.1\\u0085 x: \\u001b[31m\\u202e\n");
    }
}
