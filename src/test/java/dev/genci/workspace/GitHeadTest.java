package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A git that does not behave. */
class GitHeadTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @BeforeEach
    void thereIsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a shell");
    }

    private byte @Nullable [] read(String script, Duration patience) throws IOException {
        Path git = Files.writeString(folder.resolve("git"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwx------"));
        return GitHead.read(folder, "ci.yml", git.toString(), patience);
    }

    @Test
    void whatItPrintsIsWhatHeadHolds() throws IOException {
        assertThat(read("printf 'a\\nb'", LONG)).asString().isEqualTo("a\nb");
    }

    @Test
    void aFailureIsNothing() throws IOException {
        assertThat(read("echo a; exit 128", LONG)).isNull();
        assertThat(GitHead.read(folder, "ci.yml", folder.resolve("none").toString(), LONG))
                .isNull();
    }

    @Test
    void whatNeverAnswersIsNotWaitedFor() throws IOException {
        assertThat(read("exec sleep 60", Duration.ofMillis(100))).isNull();
        assertThat(read("echo a; exec >&-; exec sleep 60", Duration.ofMillis(100)))
                .isNull();
    }

    @Test
    void whatNeverEndsIsNotReadToItsEnd() throws IOException {
        assertThat(read("exec cat /dev/zero", LONG)).isNull();
    }
}
