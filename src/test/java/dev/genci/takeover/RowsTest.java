package dev.genci.takeover;

import static dev.genci.takeover.Taking.diagnostics;
import static dev.genci.takeover.Taking.entries;
import static dev.genci.takeover.Taking.steps;
import static dev.genci.takeover.Taking.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** Every row of a workflow is one of the manifest, whatever it lacks; what a script sets for nox is set here. */
class RowsTest {
    private static final String SET_UP = """
              - uses: actions/setup-python@v6
                if: matrix.python
                with: { python-version: "${{ matrix.python }}" }
            """;

    @Test
    void rowsWithoutAnInterpreterAreAnEntryOfTheirOwn() {
        String text =
                entries("strategy: { matrix: { include: [{ python: '3.12' }, { python: '3.13' }, { other: x }] } }\n"
                        + "steps:\n" + SET_UP + "  - run: nox -s lint\n");
        assertThat(text).contains("  lint:", "python: [\"3.12\", \"3.13\"]", "  job:", "session: lint");
        assertThat(text).doesNotContain("\"\"");
    }

    @Test
    void rowsOnARunnerThatOnlyARunKnowsAreAnEntryOfTheirOwn() {
        String text = taken("""
                        on: push
                        jobs:
                          job:
                            runs-on: ${{ matrix.os }}
                            strategy: { matrix: { os: [ubuntu-24.04, windows-2025, "${{ vars.RUNNER }}"] } }
                            steps: [{ run: nox -s lint }]
                        """).text();
        assertThat(text).contains("os: [ubuntu-24.04, windows-2025]", "session: lint");
        assertThat(text.replaceAll("\\s*\n *# *", " ")).contains("It runs on ${{ matrix.os }}, which only a run knows");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void whatAScriptSetsForNoxIsSet() {
        assertThat(entries(steps("A=1 B='x y' NOXSESSION=docs nox -s lint")))
                .contains("nox: { env: { A: \"1\", B: x y } }");
        assertThat(entries(steps("|\n      export A=1\n      B=2\n      A=3 nox -s lint\n      nox -s types")))
                .contains("{ nox: lint, python-by: job, env: { A: \"3\" } }")
                .contains("{ nox: types, python-by: job, env: { A: \"1\" } }")
                .doesNotContain("B:");
    }

    @Test
    void whatAScriptSetsInEachRowOrOnlyARunKnowsIsAQuestion() {
        String text = taken("""
                        on: push
                        jobs:
                          job:
                            runs-on: ubuntu-24.04
                            strategy: { matrix: { python: ['3.12', '3.13'] } }
                            steps: [{ run: "A=${{ matrix.python }} B=$(date) nox -s tests-${{ matrix.python }}" }]
                        """).text();
        assertThat(text.replaceAll("\\s*\n *# *", " "))
                .contains("sets A for nox, in each row to another value")
                .contains("sets B for nox, which only a run knows");
    }

    @Test
    void aForcedInterpreterOfCallsIsThatOfTheRow() {
        assertThat(entries(steps("nox -s web --force-python 3.12")))
                .contains("python: \"3.12\"")
                .contains("web(kit='a')")
                .doesNotContain("web-3.12");
    }

    @Test
    void anInterpreterIsForcedByTheNameThatNoxHas() {
        assertThat(entries("strategy: { matrix: { python: ['3.12', pypy-3.11] } }\n"
                        + steps("nox -s lint --force-python ${{ matrix.python }}")))
                .contains("python: [\"3.12\", pypy3.11]");
    }
}
