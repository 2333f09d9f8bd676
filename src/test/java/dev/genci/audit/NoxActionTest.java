package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.noxfile.ListingProblem;
import dev.genci.noxfile.ListingReader;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an action runs that nobody can read, and a workflow whose callers nobody knows. */
class NoxActionTest {
    private static final String LISTING = """
            [{"session": "lint", "name": "lint", "python": null, "tags": ["quick"]},
             {"session": "docs", "name": "docs", "python": "3.13", "tags": []},
             {"session": "build(kind='wheel')", "name": "build", "python": false, "tags": []}]
            """;

    private static AuditedJob job(String text) {
        try {
            Audit.Source source = new Audit.Source(new SourceFile("ci.yml", text), path -> null);
            return Audit.of(List.of(source), ListingReader.read(LISTING))
                    .workflows()
                    .get(0)
                    .jobs()
                    .get(0);
        } catch (ListingProblem e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example/run-nox@v1 | session: lint | lint",
                "example/tools/nox-run@main | nox-session: '${{ matrix.s }}' | lint docs",
                "example/ci-nox@v1 | sessions: 'lint, docs' | lint docs",
                "example/nox-action@v1 | NOX_SESSIONS: 'lint docs', pythons: '3.13' | docs",
                "example/nox-action@v1 | sessions: \"build(kind='wheel')\" | build(kind='wheel')",
                "example/nox-action@v1 | tags: quick | lint",
            })
    void anActionWithNoxInItsNameRunsTheSessionsOfItsInputs(String action, String inputs, String expected) {
        AuditedJob job = job("jobs: {a: {strategy: {matrix: {s: [lint, docs]}}, steps: [{uses: " + action + ", with: {"
                + inputs + "}}]}}");
        assertThat(job.sessions()).containsExactlyInAnyOrder(expected.split(" "));
        assertThat(job.makesEnvironments()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uses: example/equinox@v1, with: {session: a}}",
                "{uses: example/setup-nox@v1, with: {sessions: a}}",
                "{uses: example/nox-matrix@v1, with: {sessions: a}}",
                "{uses: wntrblm/nox@v1, with: {sessions: a}}",
                "{uses: example/nox@v1, with: {python-version: '3.13'}}",
            })
    void otherActionsRunNoneThatIsKnown(String step) {
        assertThat(job("jobs: {a: {steps: [" + step + "]}}").kind()).isEqualTo(AuditedJob.Kind.NONE);
    }

    @Test
    void anInputWithoutADefaultMayBeAnything() {
        AuditedJob job = job("""
                on: {workflow_call: {inputs: {s: {required: true}, t: {default: lint}}}}
                jobs: {a: {env: {NOXSESSION: "${{ inputs.s }}"}, steps: [{run: nox}, {run: "nox -s ${{ inputs.t }}"}]}}
                """);
        assertThat(job.unresolved()).containsExactly("${{ inputs.s }}");
        assertThat(job.sessions()).containsExactly("lint");
        assertThat(job.byDefault()).isFalse();
    }
}
