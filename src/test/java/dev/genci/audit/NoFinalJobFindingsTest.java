package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When checks have to be named one by one, and when nothing would be gained by a job that gathers them. */
class NoFinalJobFindingsTest {
    private static final String TWO = """
              lint: {steps: [{run: nox -s lint}]}
              tests: {needs: lint, steps: [{run: nox -s tests}]}
            """;

    private static boolean isReported(String on, String jobs) {
        SourceFile file = new SourceFile("ci.yml", "on: " + on + "\njobs:\n" + jobs);
        Audit audit = Audit.of(List.of(new Audit.Source(file, path -> null)), null);
        return audit.diagnostics().stream().map(Diagnostic::rule).anyMatch(RuleId.NO_FINAL_JOB::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pull_request",
                "[push, pull_request]",
                "{push: {branches: [main]}, pull_request: {branches: [main]}}",
                "{pull_request: {types: [opened, synchronize]}}",
                "pull_request_target",
                "merge_group",
                "{push: {branches-ignore: [gh-pages]}}",
                "push"
            })
    void whatStartsForEveryPullRequestIsReported(String on) {
        assertThat(isReported(on, TWO)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workflow_dispatch",
                "{schedule: [{cron: '0 4 * * 1'}]}",
                "workflow_call",
                "{push: {branches: [main]}}",
                "{push: {tags: ['v*']}}",
                "{pull_request: {paths: ['**.py']}, push: , merge_group: }",
                "{pull_request: {paths-ignore: [docs/**]}}",
                "{pull_request: {types: [labeled]}}"
            })
    void whatStartsOtherwiseIsNot(String on) {
        assertThat(isReported(on, TWO)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{if: always(), needs: [lint, tests], steps: [{run: 'echo ${{ toJSON(needs) }}'}]}",
                "{if: always(), needs: tests, steps: [{run: 'test ${{ needs.tests.result }} = success'}]}",
                "{if: failure() || cancelled(), needs: [lint, tests], steps: [{run: exit 1}]}",
                // What it misses is reported there.
                "{if: always(), needs: [lint, other], steps: [{uses: example/alls-green@v1}]}"
            })
    void aJobThatGathersIsEnough(String job) {
        assertThat(isReported("pull_request", TWO + "  done: " + job)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{needs: [lint, tests], steps: [{run: ci/publish}]}",
                "{if: failure(), needs: [lint, tests], steps: [{run: ci/tell}]}",
                "{if: always(), needs: lint, steps: [{run: 'test ${{ needs.lint.result }} = success'}]}"
            })
    void aJobThatOnlyWaitsIsNot(String job) {
        assertThat(isReported("pull_request", TWO + "  done: " + job)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.event_name == 'schedule'", "${{ github.event_name != 'pull_request' }}", "false"})
    void aJobThatRunsForOtherEventsIsNoCheck(String condition) {
        String jobs = "  lint: {steps: [{run: nox -s lint}]}\n  nightly:\n    if: " + condition
                + "\n    steps: [{run: nox -s tests}]\n";
        assertThat(isReported("[pull_request, schedule]", jobs)).isFalse();
        assertThat(isReported("[pull_request, schedule]", jobs.replace(condition, "github.actor != 'bot'")))
                .isTrue();
    }

    @Test
    void rowsCountBesideOtherJobs() {
        String rows = "  tests: {strategy: {matrix: {s: [a, b]}}, steps: [{run: 'nox -s ${{ matrix.s }}'}]}\n";
        assertThat(isReported("pull_request", rows)).isFalse();
        assertThat(isReported("pull_request", rows + "  docs: {steps: [{run: make}]}"))
                .isTrue();
        assertThat(isReported("pull_request", rows.replace("b]", "]") + "  docs: {steps: [{run: make}]}"))
                .isFalse();
    }
}
