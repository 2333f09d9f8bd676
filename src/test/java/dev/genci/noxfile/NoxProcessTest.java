package dev.genci.noxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs that are called nox. */
@DisabledOnOs(OS.WINDOWS)
class NoxProcessTest {
    @TempDir
    private Path temp;

    private Map<String, String> nox(String script) throws IOException {
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Path nox = Files.writeString(bin.resolve("nox"), "#!/bin/sh\n" + script + "\n");
        assertThat(nox.toFile().setExecutable(true)).isTrue();
        return Map.of(
                "PATH",
                // The machine's places, too: not everything that a script calls is built into its shell.
                String.join(
                        File.pathSeparator,
                        "",
                        temp.resolve("nowhere").toString(),
                        bin.toString(),
                        System.getenv("PATH")),
                "NOXSESSION",
                "one",
                "A",
                "b");
    }

    @Test
    void asksForEverySessionInTheFolder() throws Exception {
        String out = NoxProcess.list(temp, nox("echo \"$*|$PWD|$NOX_SCRIPT_MODE|$NOXSESSION|$A\"; echo aside >&2"));
        assertThat(out).isEqualTo("-l --json -k not zzz|" + temp.toRealPath() + "|none||b\n");
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertThat(NoxProcess.list(temp, nox("while read -r line; do echo \"$line\"; done; echo end")))
                .isEqualTo("end\n");
    }

    @Test
    void repeatsTheEndOfWhatAFailingNoxSays() throws Exception {
        Map<String, String> env = nox("for i in 1 2 3 4 5 6 7; do echo \"line $i\" >&2; echo >&2; done; exit 2");
        assertThatThrownBy(() -> NoxProcess.list(temp, env))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isFalse())
                .hasMessage(
                        "nox -l --json failed with exit code 2:\n  line 2\n  line 3\n  line 4\n  line 5\n  line 6\n  line 7");
    }

    @Test
    void aSilentFailure() throws Exception {
        Map<String, String> env = nox("exit 1");
        assertThatThrownBy(() -> NoxProcess.list(temp, env)).hasMessage("nox -l --json failed with exit code 1");
    }

    @Test
    void noNox() {
        assertThatThrownBy(() -> NoxProcess.list(temp, Map.of()))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isTrue())
                .hasMessage("cannot run nox: there is none on the PATH");
    }

    @Test
    void aNoxThatDoesNotStart() throws Exception {
        Map<String, String> env = nox("exit 0");
        Files.writeString(temp.resolve("bin/nox"), "#!/no/such/program\n");
        assertThatThrownBy(() -> NoxProcess.list(temp, env))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isTrue())
                .hasMessageStartingWith("cannot run " + temp.resolve("bin/nox"));
    }

    @Test
    void anInterruption() throws Exception {
        Map<String, String> env = nox("exec sleep 60 >&-");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> NoxProcess.list(temp, env)).hasMessage("nox was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
