package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only tests that are sure to run twice are reported. */
class RepeatedTestFindingsTest {
    private static final String TESTS = "{runs-on: ubuntu-24.04, steps: [{run: nox -s tests}]}";

    private static List<String> found(String tests, String coverage) {
        return inWorkflows("on: push\njobs:\n  tests: " + tests + "\n  coverage: " + coverage + "\n");
    }

    private static List<String> inWorkflows(String... workflows) {
        Map<String, String> files = Map.of(
                "down/action.yml", "runs: {steps: [{uses: actions/download-artifact@v6}]}",
                "set-up/action.yml", "runs: {steps: [{run: pip install nox}]}",
                "nested/action.yml", "runs: {steps: [{uses: ./down}]}");
        Reach reach = path -> files.containsKey(path) ? new SourceFile(path, files.get(path)) : null;
        List<Audit.Source> sources = new ArrayList<>();
        for (String text : workflows) {
            String name = ".github/workflows/" + sources.size() + ".yml";
            sources.add(new Audit.Source(new SourceFile(name, text), reach));
        }
        return Audit.of(sources, List.of(), null).diagnostics().stream()
                .filter(each -> each.rule() == RuleId.REPEATED_TESTS)
                .map(Diagnostic::message)
                .toList();
    }

    private static String job(String fields, String... steps) {
        return "{runs-on: ubuntu-24.04, " + fields + "steps: [" + String.join(", ", steps) + "]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"coverage", "cov", "tests-cov", "unit_coverage", "coverage(db='lite')", "run_tests_with_coverage"
            })
    void aSessionOfCoverageWithoutData(String session) {
        assertThat(found(TESTS, job("", "{run: 'nox -s \"" + session.replace("'", "''") + "\"'}")))
                .containsExactly("\"coverage\" gets no data, so its session " + session
                        + " runs tests of \"tests\" again, on ubuntu-24.04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs-coverage",
                "coverage-report",
                "combine_coverage",
                "docstr-coverage",
                "type_coverage",
                "recovery",
                "set-coverage-env",
                "lint"
            })
    void anotherSession(String session) {
        assertThat(found(TESTS, job("", "{run: nox -s " + session + "}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uses: actions/download-artifact@v6}",
                "{uses: example/get-artifacts@v1}",
                "{uses: ./down}",
                "{uses: ./nested}",
                "{uses: ./missing}",
                "{uses: actions/cache/restore@v5, with: {path: .coverage, key: x}}",
                "{run: gh run download}",
                "{run: curl -O https://example.org/data}",
                "{run: coverage run -m pytest}",
                "{run: nox -s tests}",
            })
    void dataThatAStepMayBring(String step) {
        String coverage = job("", step, "{run: nox -s coverage}");
        String fields = step.contains("nox") ? "env: {DATABASE: lite}, " : "";
        assertThat(found(job(fields, "{run: nox -s tests}"), coverage)).isEmpty();
    }

    @Test
    void anActionThatBringsNothing() {
        assertThat(found(TESTS, job("", "{uses: ./set-up}", "{uses: actions/checkout@v6}", "{run: nox -s coverage}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{runs-on: windows-2025, steps: [{run: nox -s tests}]}",
                "{runs-on: '${{ inputs.os }}', steps: [{run: nox -s tests}]}",
                "{runs-on: ubuntu-24.04, container: 'python:3.13', steps: [{run: nox -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox -s tests-3.12}]}",
                "{runs-on: ubuntu-24.04, env: {DB: postgres}, steps: [{run: nox -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: DB=postgres nox -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: 'export DB=$(cat db); nox -s tests'}]}",
                "{runs-on: ubuntu-24.04, env: {DB: '${{ secrets.DB }}'}, steps: [{run: nox -s tests}]}",
                "{runs-on: ubuntu-24.04, if: github.ref == 'refs/heads/main', steps: [{run: nox -s tests}]}",
                "{runs-on: ubuntu-24.04, if: github.event_name == 'schedule', steps: [{run: nox -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox -s lint}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox -s tests -- --cov}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox -f other.py -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox --install-only -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox -l -s tests}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: nox}]}",
                "{runs-on: ubuntu-24.04, steps: [{run: pytest}]}",
            })
    void testsThatAreOthers(String tests) {
        assertThat(found(tests, job("", "{run: nox -s coverage}"))).isEmpty();
    }

    /** Where a step sets up an interpreter, the tests of another one are others. */
    @ParameterizedTest
    @CsvSource({"3.13, 1", "3.12, 0", "${{ matrix.unset }}, 0"})
    void theInterpreterOfTheMachine(String python, int count) {
        String tests =
                job("", "{uses: actions/setup-python@v6, with: {python-version: '3.13'}}", "{run: nox -s tests}");
        String coverage = job(
                "",
                "{uses: actions/setup-python@v6, with: {python-version: '" + python + "'}}",
                "{run: nox -s coverage}");
        assertThat(found(tests, coverage)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nox -s tests | nox -s tests -- --cov | 1",
                "nox -s tests | nox -s tests -- --cov=src --cov-report xml | 1",
                "nox -s tests -- -q | nox -s tests -- -q --coverage | 1",
                "nox -s tests | nox -s tests -- --cov src -x | 0",
                "nox -s tests -- -m slow | nox -s tests -- --cov | 0",
                "nox -s tests -- --cov | nox -s tests -- --cov | 0",
                "nox -s tests | nox -s tests coverage | 1",
                "nox -s tests coverage | nox -s tests coverage | 0",
                "nox -s tests -p 3.13 | nox -s tests-3.13 -- --cov | 0",
                "DB=a nox -s tests | DB=b nox -s tests -- --cov | 0",
                "DB=a nox -s tests | DB=a COVERAGE=1 nox -s tests -- --cov | 1",
                "nox -s build | nox -s build -- --cov | 0",
            })
    void theSameSessionWithAndWithoutMeasuring(String tests, String coverage, int count) {
        assertThat(found(job("", "{run: '" + tests + "'}"), job("", "{run: '" + coverage + "'}")))
                .hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push | push | 1",
                "push | [push, pull_request] | 1",
                "push | pull_request | 0",
                "{push: {paths: [src/**]}} | push | 0",
                "push | {push: {paths-ignore: [docs/**]}} | 0",
                "workflow_dispatch | workflow_dispatch | 0",
                "{push: {branches: [main]}} | {push: {branches: [main]}} | 1",
                "{push: {branches: [main]}} | {push: {tags: [v*]}} | 0",
                "{push: {branches: [main]}} | push | 0",
            })
    void workflowsOfOneEvent(String tests, String coverage, int count) {
        assertThat(inWorkflows(
                        "on: " + tests + "\njobs: {tests: " + TESTS + "}",
                        "on: " + coverage + "\njobs: {coverage: " + job("", "{run: nox -s coverage}") + "}"))
                .hasSize(count);
    }

    @Test
    void theVariablesOfWorkflowsDiffer() {
        assertThat(inWorkflows(
                        "on: push\nenv: {DB: a}\njobs: {tests: " + TESTS + "}",
                        "on: push\nenv: {DB: b}\njobs: {coverage: " + job("", "{run: nox -s coverage}") + "}"))
                .isEmpty();
    }

    @Test
    void jobsWithOneConditionRunTogether() {
        String only = "if: github.ref == 'refs/heads/main', ";
        assertThat(found(job(only, "{run: nox -s tests}"), job(only, "{run: nox -s coverage}")))
                .hasSize(1);
        assertThat(found(
                        job("if: '${{ github.event_name == ''push'' }}', ", "{run: nox -s tests}"),
                        job("if: always(), ", "{run: nox -s coverage}")))
                .hasSize(1);
    }

    @Test
    void aRunnerOfOnesOwnMayHaveTheData() {
        assertThat(found(
                        "{runs-on: self-hosted, steps: [{run: nox -s tests}]}",
                        "{runs-on: self-hosted, steps: [{run: nox -s coverage}]}"))
                .isEmpty();
    }
}
