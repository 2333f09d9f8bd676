package dev.genci.audit;

import dev.genci.workflow.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern INTERPRETER = Pattern.compile("-(pypy|graalpy)?\\d[\\w.]*$");

    private Coverage() {}

    /** What a session does, as its name says. */
    enum Kind {
        /** It runs tests, and its name does not say that it measures. */
        TESTS,
        /** It measures tests; one that reports or combines what others have measured does not. */
        MEASURES,
        /** Something else. */
        OTHER
    }

    /** That of a session. */
    static Kind kind(String session) {
        List<String> words = words(session);
        boolean coverage = words.stream().anyMatch(COVERAGE::contains);
        boolean only = words.stream()
                .allMatch(word -> COVERAGE.contains(word) || TESTS.contains(word) || FILLING.contains(word));
        if (coverage) {
            return only ? Kind.MEASURES : Kind.OTHER;
        }
        boolean tests =
                words.stream().anyMatch(TESTS::contains) && words.stream().noneMatch(OTHERS::contains);
        return tests ? Kind.TESTS : Kind.OTHER;
    }

    /** The words of a name, without the interpreter and the parameters. */
    private static List<String> words(String session) {
        int parameters = session.indexOf('(', session.lastIndexOf("::") + 1);
        String name = session.substring(session.lastIndexOf("::") + 1, parameters < 0 ? session.length() : parameters);
        name = INTERPRETER.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
        return NO_LETTERS.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether a command asks its sessions to measure. */
    static boolean isAsked(NoxRun run) {
        return run.posargs().stream().map(Argument::text).anyMatch(Coverage::isOption);
    }

    /** Whether a word is an option of coverage, such as {@code --cov=src}. */
    static boolean isOption(String word) {
        return word.startsWith("--cov");
    }

    /** What sessions get, without the options of coverage and their values: one word a line. */
    static String others(List<Argument> posargs) {
        StringBuilder words = new StringBuilder();
        boolean value = false;
        for (Argument word : posargs) {
            String text = word.text();
            boolean option = isOption(text);
            if (!option && !(value && !text.startsWith("-"))) {
                words.append(text).append('\n');
            }
            value = option && text.indexOf('=') < 0;
        }
        return words.toString();
    }

    /**
     * The first step of a job that may have data before it measures: from another machine, or from tests without nox.
     *
     * @return the number of its steps where none may
     */
    static int data(AuditedJob job, Library library) {
        if (job.job().settings().text("runs-on").contains("self-hosted")) {
            return 0;
        }
        List<Step> steps = job.job().steps();
        for (int i = 0; i < steps.size(); i++) {
            String run = steps.get(i).settings().text("run");
            if (SOURCE.matcher(run).find() || brings(steps.get(i), library)) {
                return i;
            }
            if (DIRECT.matcher(run).find()) {
                return i + 1;
            }
        }
        return steps.size();
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
