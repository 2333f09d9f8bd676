package dev.genci.noxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs programs that are called nox. */
class NoxProcessTest {
    @TempDir
    private Path temp;

    private Map<String, String> nox(String script) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a shell");
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

    private String list(Map<String, String> env) throws ListingProblem {
        return NoxProcess.list(temp, List.of(), env, () -> {});
    }

    @Test
    void tellsOnceThatItTakesLong() throws Exception {
        List<String> said = new ArrayList<>();
        Path told = temp.resolve("told");
        // It ends when that has been told.
        Map<String, String> env = nox("while [ ! -e '" + told + "' ]; do sleep 0.05; done; echo end");
        String out = NoxProcess.list(temp, List.of(), env, () -> {
            said.add("slow");
            told.toFile().mkdir();
        });
        assertThat(out).isEqualTo("end\n");
        assertThat(said).containsExactly("slow");
    }

    @Test
    void asksForEverySessionInTheFolder() throws Exception {
        String out = list(nox("echo \"$*|$PWD|$NOX_SCRIPT_MODE|$NOXSESSION|$A\"; echo aside >&2"));
        assertThat(out).isEqualTo("-l --json -k not zzz|" + temp.toRealPath() + "|none||b\n");
    }

    @Test
    void asksForTheNoxfileThatIsNamed() throws Exception {
        assertThat(NoxProcess.list(temp, List.of("--noxfile", "a/noxfile.py"), nox("echo \"$*\""), () -> {}))
                .isEqualTo("--noxfile a/noxfile.py -l --json -k not zzz\n");
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertThat(list(nox("while read -r line; do echo \"$line\"; done; echo end")))
                .isEqualTo("end\n");
    }

    @Test
    void repeatsTheEndOfWhatAFailingNoxSays() throws Exception {
        Map<String, String> env = nox("for i in 1 2 3 4 5 6 7; do echo \"line $i\" >&2; echo >&2; done; exit 2");
        assertThatThrownBy(() -> list(env))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isFalse())
                .hasMessage(
                        "nox -l --json failed with exit code 2:\n  line 2\n  line 3\n  line 4\n  line 5\n  line 6\n  line 7");
    }

    @Test
    void aSilentFailure() throws Exception {
        Map<String, String> env = nox("exit 1");
        assertThatThrownBy(() -> list(env)).hasMessage("nox -l --json failed with exit code 1");
    }

    @Test
    void noNox() {
        assertThatThrownBy(() -> list(Map.of()))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isTrue())
                .hasMessage("cannot run nox: there is none on the PATH");
    }

    @Test
    void aNoxThatDoesNotStart() throws Exception {
        Map<String, String> env = nox("exit 0");
        Files.writeString(temp.resolve("bin/nox"), "#!/no/such/program\n");
        assertThatThrownBy(() -> list(env))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isTrue())
                .hasMessageStartingWith("cannot run " + temp.resolve("bin/nox"));
    }

    @Test
    void whatCannotBeRunIsPassedOver() throws Exception {
        Map<String, String> env = nox("echo found");
        Files.createDirectories(temp.resolve("nowhere/nox"));
        Files.writeString(temp.resolve("nowhere/nox.exe"), "no program");
        assertThat(list(env)).isEqualTo("found\n");
    }

    @Test
    void anInterruption() throws Exception {
        Map<String, String> env = nox("exec sleep 60 >&-");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> list(env)).hasMessage("nox was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** With an open output, of which nobody knows what follows, and with a closed one. */
    @ParameterizedTest
    @ValueSource(strings = {"echo []; exec sleep 60", "exec sleep 60 >&-"})
    void oneThatDoesNotEnd(String script) throws Exception {
        Map<String, String> env = nox(script);
        assertThatThrownBy(() -> NoxProcess.list(temp, List.of(), env, () -> {}, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        ListingProblem.class, e -> assertThat(e.isMissing()).isTrue())
                .hasMessage("nox -l --json was stopped, as it had not ended after 1 seconds");
    }

    @Test
    @Timeout(50)
    void whatNoxHasStartedEndsWithIt() throws Exception {
        Map<String, String> env = nox("sleep 60 & echo $! > pids.new; echo $$ >> pids.new; mv pids.new pids; wait");
        FutureTask<String> listing = new FutureTask<>(() -> list(env));
        Thread thread = new Thread(listing);
        thread.start();
        Path pids = temp.resolve("pids");
        while (!Files.exists(pids)) {
            Thread.sleep(10);
        }
        thread.interrupt();
        assertThatThrownBy(listing::get).hasRootCauseMessage("nox was interrupted");
        for (String pid : Files.readAllLines(pids)) {
            while (runs(Long.parseLong(pid))) {
                Thread.sleep(10);
            }
        }
    }

    /** One that has ended, but that nobody has asked for, has no command. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
