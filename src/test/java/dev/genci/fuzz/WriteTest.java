package dev.genci.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.genci.cli.GenCi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -w} as a process: killed at any moment, beside others, on a disk that is full, in a folder that may not be written.
 * {@code -Dfuzz.kills=N} and {@code -Dfuzz.rounds=N} say how often the first two are tried.
 */
class WriteTest {
    private static final String MANIFEST = """
            version: 1
            targets: {github: .github/workflows/ci.yml, forgejo: .github/workflows/other.yml}
            defaults: {ci: true, parallel-safe: true}
            sessions: {tests: {purpose: Run the tests}}
            """;
    private static final List<String> WORKFLOWS = List.of("ci.yml", "other.yml");
    private static final int KILLS = Integer.getInteger("fuzz.kills", 5);
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1);
    private static final int AT_ONCE = 4;

    @TempDir
    private Path folder;

    private Path workflows;

    @BeforeEach
    void written() throws IOException {
        workflows = folder.resolve(".github/workflows");
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST);
        assertThat(genCi("-w").exit()).isZero();
    }

    private GenCi.Result genCi(String... args) {
        return GenCi.run(folder, new byte[0], List.of(args));
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : WORKFLOWS) {
            texts.add(Files.readString(workflows.resolve(name)));
        }
        return texts;
    }

    /** What each workflow was, and what a changed manifest makes of it. */
    private List<List<String>> oldAndNew() throws IOException {
        List<String> old = texts();
        Files.writeString(folder.resolve("sessions.yaml"), MANIFEST.replace("tests:", "checks:"));
        assertThat(genCi("-w").exit()).isZero();
        List<String> changed = texts();
        restore(old);
        assertThat(changed).doesNotContainAnyElementsOf(old);
        return List.of(old, changed);
    }

    private void restore(List<String> texts) throws IOException {
        for (int i = 0; i < WORKFLOWS.size(); i++) {
            Files.writeString(workflows.resolve(WORKFLOWS.get(i)), texts.get(i));
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(workflows)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    private static Process start(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void killedAtAnyMomentEachFileIsTheOldOneOrTheNewOne() throws Exception {
        List<List<String>> both = oldAndNew();
        List<String> command = new ArrayList<>(WholeProcess.command());
        command.add("-w");
        Random random = new Random(1);
        int longest = milliseconds(command);
        for (int i = 0; i < KILLS; i++) {
            restore(both.get(0));
            Process process = start(folder, command);
            // It writes at its end: that is where most are killed.
            int moment = i % 4 == 0 ? random.nextInt(longest) : longest * 2 / 3 + random.nextInt(longest / 2);
            process.waitFor(moment, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            List<String> texts = texts();
            for (int file = 0; file < texts.size(); file++) {
                assertThat(texts.get(file))
                        .isIn(both.get(0).get(file), both.get(1).get(file));
            }
        }
        restore(both.get(0));
        // One that nobody kills does write.
        assertThat(WholeProcess.run(folder, List.of("-w")).exit()).isZero();
        assertThat(texts()).isEqualTo(both.get(1));
        // Whatever was left lying about is gone.
        assertThat(names()).containsExactlyElementsOf(WORKFLOWS);
        assertThat(genCi("check").exit()).isZero();
    }

    /** How long one takes here and now, that nobody kills. */
    private int milliseconds(List<String> command) throws Exception {
        long start = System.nanoTime();
        assertThat(start(folder, command).waitFor()).isZero();
        return Math.max(10, (int) ((System.nanoTime() - start) / 1_000_000));
    }

    @Test
    void manyAtOnceAllSucceedAndLeaveTheNewFilesAndNothingElse() throws Exception {
        List<List<String>> both = oldAndNew();
        List<String> command = new ArrayList<>(WholeProcess.command());
        command.add("-w");
        for (int round = 0; round < ROUNDS; round++) {
            restore(both.get(0));
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                processes.add(start(folder, command));
            }
            for (Process process : processes) {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
            }
            assertThat(texts()).isEqualTo(both.get(1));
            assertThat(names()).containsExactlyElementsOf(WORKFLOWS);
        }
    }

    /** A limit on the size of files, which only a part of a workflow fits into, ends a write as a full disk does. */
    @Test
    void aFullDiskIs4AndLeavesTheOldFiles() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is bash");
        List<String> old = oldAndNew().get(0);
        List<String> genCi = new ArrayList<>(WholeProcess.command());
        genCi.add(1, "-XX:-UsePerfData"); // writes a file of its own
        genCi.add("-w");
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 1; exec \"$@\"", "-"));
        command.addAll(genCi);
        Process process = start(folder, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(4);
        assertThat(said)
                .startsWith("gen-ci: cannot write .github/workflows/ci.yml: ")
                .hasLineCount(1);
        assertThat(texts()).isEqualTo(old);
        assertThat(names()).containsExactlyElementsOf(WORKFLOWS);
    }

    /** Not even root may write there. */
    @Test
    void aFolderThatNobodyMayWriteIs4() {
        assumeTrue(Files.isDirectory(Path.of("/proc/sys/kernel")), "there is /proc");
        GenCi.Result result = genCi("-o", "/proc/sys/kernel/ci.yml");
        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err())
                .startsWith("gen-ci: cannot write /proc/sys/kernel/ci.yml: ")
                .hasLineCount(1);
    }

    @Test
    void whenOneCannotBeWrittenNoneIs() throws Exception {
        List<String> old = texts();
        Files.writeString(
                folder.resolve("sessions.yaml"),
                MANIFEST.replace("tests:", "checks:").replace(".github/workflows/other.yml", "taken/other.yml"));
        Files.writeString(folder.resolve("taken"), "a file");
        GenCi.Result result = genCi("-w");
        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).isEqualTo("gen-ci: cannot write taken/other.yml: a folder of this path is a file\n");
        assertThat(texts()).isEqualTo(old);
        assertThat(names()).containsExactlyElementsOf(WORKFLOWS);
    }
}
