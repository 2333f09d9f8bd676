package dev.genci.audit;

import dev.genci.workflow.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the words of a workflow say about tests and their coverage. */
final class Coverage {
    private static final Set<String> TESTS = Set.of("test", "tests", "pytest", "unit", "unittest", "unittests");
    private static final Set<String> COVERAGE = Set.of("cov", "coverage");

    /** Other words in the name of a session that measures tests, and does nothing else. */
    private static final Set<String> FILLING =
            Set.of("all", "and", "ci", "full", "measure", "py", "python", "run", "with");

    /** What a session does besides, or instead. */
    private static final Set<String> OTHERS = Set.of(
            "build",
            "data",
            "doc",
            "docs",
            "doctest",
            "doctests",
            "download",
            "fetch",
            "format",
            "install",
            "lint",
            "mypy",
            "package",
            "publish",
            "setup",
            "type",
            "types",
            "typing",
            "upload");

    /** What may bring data that was measured elsewhere. */
    private static final Pattern SOURCE = Pattern.compile("(?i)download|artifact|curl |wget |gsutil|s3 |scp |rsync ");

    /** Tests that run without nox. */
    private static final Pattern DIRECT =
            Pattern.compile("\\b(pytest|unittest|tox|ctest|cargo|make|just|hatch|coverage)\\b");

    private Coverage() {}

    /** Whether a session measures tests; one that reports or combines what others have measured does not. */
    static boolean measures(String session) {
        List<String> words = words(session);
        return words.stream().anyMatch(COVERAGE::contains)
                && words.stream()
                        .allMatch(word -> COVERAGE.contains(word) || TESTS.contains(word) || FILLING.contains(word));
    }

    /** Whether a session runs tests, and its name does not say that it measures. */
    static boolean tests(String session) {
        List<String> words = words(session);
        return words.stream().anyMatch(TESTS::contains)
                && words.stream().noneMatch(word -> COVERAGE.contains(word) || OTHERS.contains(word));
    }

    /** The words of a name, without the interpreter and the parameters. */
    private static List<String> words(String session) {
        String name = session.substring(session.lastIndexOf("::") + 1).split("\\(", 2)[0];
        name = name.replaceFirst("-(pypy|graalpy)?\\d[\\w.]*$", "");
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a command asks its sessions to measure. */
    static boolean isAsked(NoxRun run) {
        return run.posargs().stream().map(Argument::text).anyMatch(Coverage::isOption);
    }

    /** Whether a word is an option of coverage, such as {@code --cov=src}. */
    static boolean isOption(String word) {
        return word.startsWith("--cov");
    }

    /**
     * Whether a job may have data before it measures: from another machine, or from tests without nox.
     *
     * @param until the step that measures
     */
    static boolean mayHaveData(AuditedJob job, int until, Library library) {
        List<Step> steps = job.job().steps();
        for (int i = 0; i <= until; i++) {
            String run = steps.get(i).settings().text("run");
            boolean before = i < until && DIRECT.matcher(run).find();
            if (before || SOURCE.matcher(run).find() || brings(steps.get(i), library)) {
                return true;
            }
        }
        return job.job().settings().text("runs-on").contains("self-hosted");
    }

    private static boolean brings(Step step, Library library) {
        String address = step.uses() == null ? "" : step.uses().address();
        if (Paths.isOfRepository(address)) {
            Library.Action action = library.action(Paths.normal(address));
            return action == null
                    || action.steps().stream()
                            .anyMatch(inner -> texts(inner).contains("uses: ./")
                                    || SOURCE.matcher(texts(inner)).find());
        }
        String path = step.settings().in("with").text("path");
        return SOURCE.matcher(address).find() || address.contains("cache") && path.contains("cov");
    }

    private static String texts(Step step) {
        return "uses: " + step.settings().text("uses") + "\n" + step.settings().text("run");
    }
}
