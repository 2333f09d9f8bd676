package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.genci.workspace.Git;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a case in a folder cannot hold: permissions, links, a repository, streams that break. */
class FilesTest {
    private static final String MANIFEST = """
            version: 1
            defaults: {ci: true, parallel-safe: true}
            sessions:
              tests: {purpose: Run the tests, run: make test}
            """;
    private static final String WORKFLOW = ".github/workflows/ci.yml";

    @TempDir
    private Path folder;

    @BeforeEach
    void manifest() throws IOException {
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST);
    }

    @Test
    void whatMayNotBeReadIs4() throws IOException {
        permissions("sessions.yaml", "---------");
        assertThat(gen("lint"))
                .isEqualTo(new GenCi.Result("", "gen-ci: cannot read sessions.yaml: permission denied\n", 4));
    }

    @Test
    void whatMayNotBeWrittenIs4AndLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve(".github/workflows"));
        permissions(".github/workflows", "r-xr-xr-x");
        assertThat(gen("-w"))
                .isEqualTo(new GenCi.Result("", "gen-ci: cannot write " + WORKFLOW + ": permission denied\n", 4));
        assertThat(folder.resolve(".github/workflows")).isEmptyDirectory();
    }

    @Test
    void aFolderWhereTheWorkflowShouldBeIs4() throws IOException {
        Files.createDirectories(folder.resolve(WORKFLOW));
        assertThat(gen("-w").exit()).isEqualTo(4);
        assertThat(gen("check").exit()).isEqualTo(4);
    }

    @Test
    void aLinkStaysOneAndPermissionsStay() throws IOException {
        Files.createDirectories(folder.resolve(".github/workflows"));
        Path real = Files.writeString(folder.resolve("real.yml"), "");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(folder.resolve(WORKFLOW), real);
        assertThat(gen("-w").exit()).isZero();
        assertThat(folder.resolve(WORKFLOW)).isSymbolicLink();
        assertThat(Files.readString(real)).startsWith("# Made by gen-ci");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void pinsComeFromHeadWhenTheShellHasEmptiedTheFile() throws Exception {
        String raised = "actions/checkout@" + "a".repeat(40) + " # v7.9.9";
        Files.createDirectories(folder.resolve(".github/workflows"));
        String workflow = gen("sessions.yaml").out();
        Files.writeString(
                folder.resolve(WORKFLOW),
                workflow.replaceFirst("actions/checkout@.*", Matcher.quoteReplacement(raised)));
        git("init", "--quiet");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x");
        Files.writeString(folder.resolve(WORKFLOW), "");
        assertThat(gen("sessions.yaml").out()).contains(raised);
        Files.delete(folder.resolve(WORKFLOW));
        assertThat(gen("sessions.yaml").out()).doesNotContain(raised);
    }

    @Test
    void withoutARepositoryAnEmptiedFileHasNoPins() throws IOException {
        Files.createDirectories(folder.resolve(".github/workflows"));
        Files.writeString(folder.resolve(WORKFLOW), "");
        assertThat(gen("sessions.yaml").exit()).isZero();
    }

    @Test
    void aClosedOutputEndsQuietlyAndAFullDiskDoesNot() {
        assertThat(runWith("Broken pipe")).isEqualTo("0 ");
        assertThat(runWith("No space left on device"))
                .isEqualTo("4 gen-ci: cannot write the output: No space left on device\n");
    }

    @Test
    void theSchemaIsTheFileInTheRepository() throws IOException {
        assertThat(gen("schema").out()).isEqualTo(Files.readString(Path.of("schemas/sessions.schema.json")));
    }

    @Test
    void aBugIs5AndSaysWhereToLook() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("broken");
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, broken, folder, Map.of(), false, false);
        assertThat(Main.run(console, "-")).isEqualTo(5);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("gen-ci: this is a bug in gen-ci")
                .contains("IllegalStateException: broken", "    at dev.genci.cli.");
    }

    private String runWith(String failure) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(broken, err, System.in, folder, Map.of(), false, false);
        return Main.run(console, "sessions.yaml") + " " + err.toString(StandardCharsets.UTF_8);
    }

    private GenCi.Result gen(String... args) {
        return GenCi.run(folder, new byte[0], List.of(args));
    }

    /** Root may do everything, so there is nothing to be seen. */
    private void permissions(String file, String permissions) throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"));
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString(permissions));
    }

    private void git(String... args) throws IOException, InterruptedException {
        Git.Ended git = Git.run(folder, args);
        assertThat(git.exit()).as(git.said()).isZero();
    }
}
