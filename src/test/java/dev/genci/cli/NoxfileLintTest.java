package dev.genci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint --noxfile} with a nox that is asked for each noxfile. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class NoxfileLintTest {
    /** Lists what is in a file beside the noxfile, and fails where there is none. */
    private static final String NOX = """
            #!/bin/sh
            file=noxfile.py
            while [ $# -gt 0 ]; do
              if [ "$1" = --noxfile ]; then file=$2; fi
              shift
            done
            echo "$file" >> asked
            exec cat "${file%.py}.json"
            """;

    private static final String MANIFEST = """
            version: 1
            defaults: {ci: true, parallel-safe: true}
            sessions:
              lint: {purpose: Check the code}
              build: {purpose: Build the interface, working-directory: api}
              api-docs: {purpose: Build its manual, session: docs, noxfile: api/noxfile.py}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void setUp() throws IOException {
        Path nox = Files.createDirectories(folder.resolve("bin")).resolve("nox");
        Files.writeString(nox, NOX);
        assertThat(nox.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("api"));
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST);
    }

    private void listing(String file, String... names) throws IOException {
        StringBuilder json = new StringBuilder();
        for (String name : names) {
            json.append(json.isEmpty() ? "[" : ", ")
                    .append("{\"session\": \"NAME\", \"name\": \"NAME\", \"python\": null}".replace("NAME", name));
        }
        Files.writeString(folder.resolve(file), json + "]");
    }

    private int run(String... args) {
        Map<String, String> env = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return Main.run(new Console(out, out, new ByteArrayInputStream(new byte[0]), folder, env, false, false), args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String manifest() throws IOException {
        return Files.readString(folder.resolve("sessions.yaml"));
    }

    @Test
    void aNoxfileThatIsMissingHidesNoOther() throws IOException {
        listing("api/noxfile.json", "build", "dosc");
        assertThat(run("lint", "--noxfile", "--fix")).isEqualTo(ExitCode.INPUT);
        assertThat(said())
                .contains("the noxfile has no session \"docs\"")
                .contains("gen-ci: nox -l --json failed")
                .doesNotContain("renamed");
        assertThat(manifest()).isEqualTo(MANIFEST);
    }

    @Test
    void eachNoxfileIsAskedOnceAndItsSessionsAreAddedWithIt() throws IOException {
        listing("noxfile.json", "lint", "types");
        listing("api/noxfile.json", "build", "docs", "types");
        assertThat(run("lint", "--noxfile", "--fix")).isEqualTo(ExitCode.OK);
        assertThat(manifest())
                .contains("  types: {purpose: Run nox -s types, ci: false} # What is it for?\n")
                .contains("  types-2: {purpose: Run nox -s types, session: types, ci: false, working-directory: api}");
        assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(2);
        assertThat(run("lint", "--noxfile")).isEqualTo(ExitCode.OK);
    }

    @Test
    void aLinkStaysOne() throws IOException {
        listing("noxfile.json", "lint", "types");
        listing("api/noxfile.json", "build", "docs");
        Files.move(folder.resolve("sessions.yaml"), folder.resolve("real.yaml"));
        Files.createSymbolicLink(folder.resolve("sessions.yaml"), Path.of("real.yaml"));
        assertThat(run("lint", "--noxfile", "--fix")).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("sessions.yaml")).isSymbolicLink();
        assertThat(Files.readString(folder.resolve("real.yaml"))).contains("types:");
    }

    @Test
    void whatAgreesIsNotTouched() throws IOException {
        listing("noxfile.json", "lint");
        listing("api/noxfile.json", "build", "docs");
        Path manifest = folder.resolve("sessions.yaml");
        Object before = Files.readAttributes(manifest, "unix:ino,lastModifiedTime");
        assertThat(run("lint", "--noxfile", "--fix")).isEqualTo(ExitCode.OK);
        assertThat(said()).isEmpty();
        assertThat((Object) Files.readAttributes(manifest, "unix:ino,lastModifiedTime"))
                .isEqualTo(before);
    }
}
