package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.genci.data.ActionVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a repository: versions, pins, patterns, drift, writing, git. */
class WorkspaceTest {
    private static String header(String manifest) {
        return "# Made by gen-ci from " + manifest + ". Do not edit: change " + manifest + ", then run `gen-ci -w`.";
    }

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Project project() {
        return Project.of(folder.resolve("sessions.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "v7, v7.0.0, 0",
        "v7.0.1, v7, 1",
        "v9, v10, -1",
        "v1.10, v1.9, 1",
        "1.2, v1.2, 0",
        "v4, main, 1",
        "main, x, 0",
        "v1.2.3-rc1, v1.2.3, 1",
        "99999999999999999999, v1, -1"
    })
    void versionsCompareNumberByNumber(String a, String b, int order) {
        assertThat(Integer.signum(ActionVersion.compare(a, b))).isEqualTo(order);
        assertThat(Integer.signum(ActionVersion.compare(b, a))).isEqualTo(-order);
    }

    @Test
    void theMajorVersionIsTheFirstNumber() {
        assertThat(ActionVersion.major("v12.3")).isEqualTo(12);
        assertThat(ActionVersion.major("main")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "1", "v7.0.1", "7.0", "v123456789.0.0", "v1.2.3-rc.1", "v1.2+build", "v1.2.3.4"})
    void aVersionIsNumbersAndPerhapsASuffix(String text) {
        assertThat(ActionVersion.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "main",
                "V1",
                "v1.",
                "v1..2",
                "v1-",
                "v1234567890",
                "v1.0.0-",
                "v1.0 ",
                "v7.0.2\u0085x",
                "v7.0.2\u2028",
                "v7.0.2\u2029",
                "v7.0.2\u001b[31m",
                "v7.0.2\u0000",
                "v\u0661",
                "v1.0-\u00e9"
            })
    void nothingElseIsAVersion(String text) {
        assertThat(ActionVersion.isWellFormed(text)).isFalse();
    }

    @Test
    void patternsMatchAsHashFilesDoes() throws IOException {
        file("pyproject.toml", "");
        file("sub/deep/x.lock", "");
        file(".nox/hidden.py", "");
        file("a{b}.txt", "");
        assertThat(List.of(
                        "pyproject.toml", "*.toml", "**/*.lock", "**/*.toml", "sub/**", "!x", "py*", "a{b*", "[p]y*"))
                .allMatch(this::matches);
        assertThat(List.of(
                        "uv.lock", "*.lock", "sub", "**/hidden.py", "*.py", "sub/*.lock", "pyproject.tom", "a{b,c}*"))
                .noneMatch(this::matches);
        // Not for us to judge.
        assertThat(matches("[")).isTrue();
    }

    private boolean matches(String pattern) {
        try {
            return HashPatterns.matches(project(), pattern);
        } catch (IOException e) {
            throw new AssertionError(pattern, e);
        }
    }

    @Test
    void theBaseIsTheFolderOfTheManifestOrTheOneAboveCi() {
        assertThat(Project.of(Path.of("/x/sessions.yaml"))).isEqualTo(new Project(Path.of("/x"), "sessions.yaml"));
        assertThat(Project.of(Path.of("/x/.ci/sessions.yaml")))
                .isEqualTo(new Project(Path.of("/x"), ".ci/sessions.yaml"));
        assertThat(Project.of(Path.of("/x/y/../other.yaml"))).isEqualTo(new Project(Path.of("/x"), "other.yaml"));
        assertThat(Project.of(Path.of("/x/sessions.yaml")).writeCommand()).isEqualTo("gen-ci -w");
        assertThat(Project.of(Path.of("/x/other.yaml")).writeCommand()).isEqualTo("gen-ci -w other.yaml");
    }

    @Test
    void theSecondLineTellsTheForm() {
        assertThat(Header.form("# Made\n# What it does: see there. Form 12.\nname: CI\n"))
                .isEqualTo(12);
        assertThat(Header.form("# Made\n# What it does: see there. Form 1234567"))
                .isEqualTo(123_456);
        assertThat(Header.form("# Made\n# Form 3")).isEqualTo(3);
        for (String none : List.of(
                "",
                "# Form 3",
                "# Made\n",
                "# Made\nname: The Form 3\n",
                "# Made\n# Nothing\n# Form 3\n",
                "# Made\n# Form x\n")) {
            assertThat(Header.form(none)).as(none).isZero();
        }
    }

    @Test
    void theHeaderLeadsBackToTheManifest() {
        String line = header(".ci/sessions.yaml");
        assertThat(Header.manifest(line + "\nname: CI\n")).isEqualTo(".ci/sessions.yaml");
        assertThat(Header.manifest(line)).isEqualTo(".ci/sessions.yaml");
        assertThat(Header.manifest("name: CI\n" + line)).isNull();
        assertThat(Header.manifest("# Made by gen-ci from x\n. Do not edit: change x"))
                .isNull();
        assertThat(Header.manifest("")).isNull();
    }

    @Test
    void driftIsWhatDiffersBesideLineEnds() {
        assertThat(Drift.of("x", null, "a\n").state()).isEqualTo(Drift.State.MISSING);
        assertThat(Drift.of("x", "a\r\n", "a\n").state()).isEqualTo(Drift.State.CURRENT);
        assertThat(Drift.of("x", "a\nb\n", "a\n").state()).isEqualTo(Drift.State.FOREIGN);
        String ours = header("sessions.yaml") + "\n";
        Drift drift = Drift.of("x", ours + "a\nb\nc\n", ours + "a\nB\nc\n");
        assertThat(drift.state()).isEqualTo(Drift.State.DIFFERS);
        assertThat(drift.diff()).isEqualTo("""
                --- x (on disk)
                +++ x (generated)
                @@ -1,4 +1,4 @@
                 %s
                 a
                -b
                +B
                 c
                """.formatted(ours.strip()));
        assertThat(Drift.of("x", "a", "a\n").diff()).contains("\\ No newline at end of file");
        assertThat(TextDiff.of("x", "", "a\n")).contains("+a");
        assertThat(TextDiff.of("x", "a\n", "a\n")).isEmpty();
    }

    @Test
    void writingKeepsPermissionsAndLinks() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "there are permissions");
        Path made = folder.resolve("new/deep.yml");
        AtomicFile.write("name", made, "é\n");
        assertThat(Files.readString(made, StandardCharsets.UTF_8)).isEqualTo("é\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-r--r--");
        Path old = file("old.yml", "x");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yml"), old);
        AtomicFile.write("name", link, "y\n");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(old)).isEqualTo("y\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rw-rw-r--");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("inside"));
        assertThatThrownBy(() -> AtomicFile.write("name", taken, "x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AtomicFile.write("name", Path.of("/"), "x")).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("taken");
        }
    }

    @Test
    void orphansAreOursAndNobodysTarget() throws IOException {
        String ours = header("sessions.yaml") + "\n";
        String gone = header("gone.yaml") + "\n";
        file("sessions.yaml", "");
        file("other.yaml", "");
        file(".github/workflows/ci.yml", ours);
        file(".github/workflows/old.yaml", ours);
        file(".forgejo/workflows/gone.yml", gone);
        file(".gitea/workflows/hand.yml", "name: By hand\n");
        file(".github/workflows/theirs.yml", gone.replace("gone.yaml", "other.yaml"));
        file(".github/workflows/notes.txt", ours);
        Files.createDirectories(folder.resolve(".github/workflows/folder.yml"));
        assertThat(new CommittedFiles(project()).orphans(List.of("./.github/workflows/ci.yml")))
                .containsExactly(".forgejo/workflows/gone.yml", ".github/workflows/old.yaml");
    }

    @Test
    void anEmptiedFileIsReadFromTheLastCommit() throws IOException, InterruptedException {
        assumeTrue(git("--version") == 0, "there is git");
        assertThat(git("init", "--quiet")).isZero();
        String header = header("sessions.yaml") + "\n";
        Path file = file("sub/ci.yml", header + "committed\n");
        file("sub/foreign.yml", "committed\n");
        assertThat(git("add", ".")).isZero();
        assertThat(git("commit", "--quiet", "-m", "x")).isZero();
        Project project = Project.of(folder.resolve("sub/sessions.yaml"));
        Files.writeString(file, header + "edited\n");
        assertThat(new CommittedFiles(project).readForPins("ci.yml")).isEqualTo(header + "edited\n");
        Files.writeString(file, "");
        CommittedFiles files = new CommittedFiles(project);
        assertThat(files.readForPins("ci.yml")).isEqualTo(header + "committed\n");
        assertThat(files.read("ci.yml")).isEmpty();
        assertThat(files.readForPins("foreign.yml")).isNull();
        file("sub/foreign.yml", "");
        assertThat(new CommittedFiles(project).readForPins("foreign.yml")).isNull();
        file("sub/new.yml", "");
        assertThat(files.readForPins("new.yml")).isNull();
        assertThat(files.readForPins("missing.yml")).isNull();
    }

    @Test
    void outsideOfARepositoryThereIsNoLastCommit() throws IOException {
        file("ci.yml", "");
        assertThat(new CommittedFiles(project()).readForPins("ci.yml")).isNull();
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        return Git.run(folder, arguments).exit();
    }
}
