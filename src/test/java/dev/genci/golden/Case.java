package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder below {@code src/test/cases}. Its name is the claim that it pins; what is called {@code expected…} is what must
 * come out, everything else goes in.
 *
 * <p>What is expected and missing is written, and the test fails. {@code -Dgolden=overwrite} also writes what differs,
 * removes what is too much, and the test still fails: look at the difference and run again. {@code -Dgolden=compare} writes
 * nothing: what a mutant gives shall not stay.
 */
public record Case(Path folder) {
    /** Where the cases of all kinds are. */
    public static final Path ROOT = Path.of("src/test/cases");

    static final boolean OVERWRITE = "overwrite".equals(System.getProperty("golden"));
    private static final boolean COMPARE = "compare".equals(System.getProperty("golden"));
    private static final String EXPECTED = "expected";

    /** What a case does. */
    public interface Body {
        /** Gives what came out, by path in the case's folder, or throws. */
        Map<String, String> run(Case golden) throws Exception;
    }

    /** A test for every case of a kind. */
    public static Stream<DynamicTest> tests(String kind, Body body) {
        return all(kind).stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.name(), golden.folder().toUri(), () -> golden.compare(body.run(golden))));
    }

    /** The cases of a kind, by topic and name. Those of {@code ok} lie in folders of topics. */
    public static List<Case> all(String kind) {
        Path folder = ROOT.resolve(kind);
        return (kind.equals("ok") ? list(folder).flatMap(Case::list) : list(folder))
                .map(Case::new)
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The claim. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** The files of a folder and below, by their paths with {@code /}. */
    public static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        return files;
    }

    /** Copies what goes in. Git takes no folder {@code .git} into a repository, so a case calls it {@code git}. */
    public void copyInput(Path to) throws IOException {
        for (Map.Entry<String, Path> file : files(folder).entrySet()) {
            String path = file.getKey();
            if (!path.startsWith(EXPECTED)) {
                Path copy = to.resolve(path.startsWith("git/") ? "." + path : path);
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void compare(Map<String, String> actual) throws IOException {
        Map<String, Path> files = files(folder);
        TreeSet<String> orphans = new TreeSet<>(files.keySet());
        orphans.removeIf(path -> !path.startsWith(EXPECTED));
        orphans.removeAll(actual.keySet());
        StringBuilder written = new StringBuilder();
        for (Map.Entry<String, String> output : actual.entrySet()) {
            Path file = folder.resolve(output.getKey());
            String expected = files.containsKey(output.getKey()) ? Files.readString(file) : null;
            if (expected == null ? !COMPARE : OVERWRITE && !expected.equals(output.getValue())) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, output.getValue(), StandardCharsets.UTF_8);
                written.append(' ').append(output.getKey());
            } else {
                String what = output.getKey() + " of " + name();
                SameText.check(what, assertThat(expected).as(what).isNotNull().actual(), output.getValue());
            }
        }
        if (OVERWRITE) {
            for (String orphan : orphans) {
                Files.delete(folder.resolve(orphan));
            }
        }
        assertThat(orphans)
                .as("expected by %s, but nothing came out of it", name())
                .isEmpty();
        assertThat(written.toString())
                .as("written for %s: look at it and run again", name())
                .isEmpty();
    }
}
