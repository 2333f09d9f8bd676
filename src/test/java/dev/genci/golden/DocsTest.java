package dev.genci.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.cli.GenCi;
import dev.genci.cli.Words;
import dev.genci.golden.Markdown.Block;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages show what is really there and what really happens.
 *
 * <ul>
 *   <li>A block behind {@code <!-- file: PATH -->} is that file, behind {@code <!-- file: PATH lines 3-9 -->} these lines.
 *   <li>A block behind {@code <!-- output: COMMAND -->} is what that prints.
 *   <li>In a console block, lines that begin with {@code $} are run, in a copy of this repository; behind them stands what
 *       they print. {@code > FILE} puts the standard output into a file, {@code echo $?} prints the exit code.
 *   <li>A yaml block that begins with {@code version:} is a manifest without errors.
 * </ul>
 */
class DocsTest {
    /** Pages that something else runs: {@link DiagnosticsPageTest}, and {@code packaging/tutorial-test}, which has nox. */
    private static final Set<String> ELSEWHERE = Set.of("diagnostics.md", "tutorial.md");

    /** Commands that are shown but not run. */
    private static final Set<String> NOT_RUN = Set.of("mvn", "git", "pip", "pipx", "nox", "pre-commit", "uv");

    private static final Set<String> NOT_COPIED = Set.of(".git", "target", ".nox", ".tools", ".venv", "node_modules");
    private static final Pattern FILE = Pattern.compile("file: (\\S+)(?: lines (\\d+)-(\\d+))?");
    private static final String OUTPUT = "output: ";
    private static final Pattern REDIRECTED = Pattern.compile("(.*) > (\\S+)");

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages = Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md")
                                    .map(Path::of)
                                    .filter(Files::exists),
                            docs.sorted())
                    .filter(page -> page.toString().endsWith(".md")
                            && !ELSEWHERE.contains(page.getFileName().toString()))
                    .toList();
            return pages.stream()
                    .map(page -> DynamicTest.dynamicTest(
                            page.toString(), page.toUri(), () -> Markdown.check(page, new Page(temp)::body)));
        }
    }

    /** What goes on while a page is read. */
    private static final class Page {
        private final Path temp;
        private Path copy = Path.of("");
        private int exit;

        private Page(Path temp) {
            this.temp = temp;
        }

        private String body(Block block) throws IOException {
            Matcher file = FILE.matcher(block.comment());
            if (file.matches()) {
                return part(file);
            }
            if (block.comment().startsWith(OUTPUT)) {
                return run(block.comment().substring(OUTPUT.length()));
            }
            if (block.info().equals("yaml") && block.body().startsWith("version:")) {
                Path manifest = Files.writeString(Files.createTempFile(temp, "manifest", ".yaml"), block.body());
                assertThat(GenCi.run(temp, new byte[0], List.of("lint", manifest.toString())))
                        .as(block.body())
                        .matches(result -> result.exit() == 0);
            }
            return block.info().equals("console") ? console(block.body()) : block.body();
        }

        private static String part(Matcher file) throws IOException {
            List<String> lines = Files.readAllLines(Path.of(file.group(1)));
            int from = file.group(2) == null ? 1 : Integer.parseInt(file.group(2));
            int to = file.group(3) == null ? lines.size() : Integer.parseInt(file.group(3));
            return String.join("\n", lines.subList(from - 1, to)) + "\n";
        }

        private String console(String body) throws IOException {
            StringBuilder out = new StringBuilder();
            boolean shown = false;
            for (String line : body.lines().toList()) {
                if (line.startsWith("$ ")) {
                    String command = line.substring(2);
                    shown = NOT_RUN.contains(Words.of(command).get(0));
                    out.append(line).append('\n').append(shown ? "" : run(command));
                } else if (shown) {
                    out.append(line).append('\n');
                }
            }
            return out.toString();
        }

        private String run(String command) throws IOException {
            if (command.equals("echo $?")) {
                return exit + "\n";
            }
            Matcher redirected = REDIRECTED.matcher(command);
            List<String> words = Words.of(redirected.matches() ? redirected.group(1) : command);
            assertThat(words.get(0))
                    .as("neither run nor in the list of those that are not")
                    .isEqualTo("./gen-ci");
            if (copy.toString().isEmpty()) {
                copy = Files.createTempDirectory(temp, "repository");
                copyTo(copy);
            }
            List<String> args = words.subList(1, words.size());
            if (redirected.matches()) {
                GenCi.Result result = GenCi.run(copy, new byte[0], args);
                Files.writeString(copy.resolve(redirected.group(2)), result.out());
                exit = result.exit();
                return result.err();
            }
            GenCi.Result result = GenCi.runMixed(copy, args);
            exit = result.exit();
            return result.out();
        }

        private static void copyTo(Path copy) throws IOException {
            Path root = Path.of("").toAbsolutePath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    // A clone's own name does not matter: it may lie in a folder called "target".
                    if (!folder.equals(root) && NOT_COPIED.contains(String.valueOf(folder.getFileName()))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(copy.resolve(root.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, copy.resolve(root.relativize(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
