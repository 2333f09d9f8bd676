package dev.genci.cli;

import dev.genci.golden.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of the whole program, in a copy of the case's folder. Each line of {@code args} is a run, or a {@link Step} between
 * runs. {@code expected.txt} is the standard output, {@code expected.err} the other one (absent: empty), {@code expected.exit}
 * an exit code for each run, {@code expected.files} what became of files (absent: nothing). A case that has a folder
 * {@code expected} pins there what is in the files that the runs made or changed.
 *
 * <p>Standard input is the file {@code stdin}. With several runs, each one's output begins with its arguments.
 */
class CliCasesTest {
    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> cli() {
        return Case.tests("cli", this::run);
    }

    private Map<String, String> run(Case golden) throws IOException {
        Path folder = Files.createDirectory(temp.resolve(golden.name()));
        golden.copyInput(folder);
        List<String> lines = Files.readAllLines(golden.folder().resolve("args"));
        Files.delete(folder.resolve("args"));
        byte[] stdin = new byte[0];
        if (Files.exists(folder.resolve("stdin"))) {
            stdin = Files.readAllBytes(folder.resolve("stdin"));
            Files.delete(folder.resolve("stdin"));
        }
        Map<String, String> before = texts(folder);
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        StringBuilder exit = new StringBuilder();
        for (String line : lines) {
            if (Step.run(folder, line)) {
                continue;
            }
            GenCi.Result result = GenCi.run(folder, stdin, Words.of(line));
            String head = lines.size() == 1 ? "" : "$ gen-ci " + line + "\n";
            out.append(head).append(result.out());
            err.append(result.err().isEmpty() ? "" : head).append(result.err());
            exit.append(result.exit()).append('\n');
        }
        Map<String, String> actual = new TreeMap<>();
        actual.put("expected.txt", out.toString());
        actual.put("expected.exit", exit.toString());
        if (!err.isEmpty()) {
            actual.put("expected.err", err.toString());
        }
        compareFiles(before, texts(folder), Files.exists(golden.folder().resolve("expected")), actual);
        return actual;
    }

    private static void compareFiles(
            Map<String, String> before, Map<String, String> after, boolean texts, Map<String, String> actual) {
        TreeSet<String> changes = new TreeSet<>();
        before.keySet().stream()
                .filter(path -> !after.containsKey(path))
                .forEach(path -> changes.add(path + ": removed\n"));
        after.forEach((path, text) -> {
            if (!text.equals(before.get(path))) {
                changes.add(path + (before.containsKey(path) ? ": changed\n" : ": new\n"));
                if (texts) {
                    actual.put("expected/" + path, text);
                }
            }
        });
        if (!changes.isEmpty()) {
            actual.put("expected.files", String.join("", changes));
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Case.files(folder).forEach((path, file) -> {
            try {
                texts.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)); // not all are text
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }
}
