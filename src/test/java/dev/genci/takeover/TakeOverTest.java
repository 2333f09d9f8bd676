package dev.genci.takeover;

import static dev.genci.takeover.Taking.diagnostics;
import static dev.genci.takeover.Taking.entries;
import static dev.genci.takeover.Taking.listing;
import static dev.genci.takeover.Taking.steps;
import static dev.genci.takeover.Taking.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.audit.Audit;
import dev.genci.audit.ReadWorkflow;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What workflows say is in the manifest, and the manifest is one. */
class TakeOverTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uvx nox -s lint | lint: purpose: Check. title: job tags: [quick]",
                "nox -s tests-3.13 | tests: purpose: Test. title: job python: [\"3.13\"]",
                "nox -s tests | tests: purpose: Test. title: job",
                "nox -s types --force-python 3.14 | types: purpose: Check types. title: job python: \"3.14\" python-by: force",
                "nox -P 3.13 -s tests | tests: purpose: Test. title: job python: [\"3.13\"]",
                "nox -s types | types: purpose: Check types. title: job python: \"3.13\"",
                "nox -s \"web(kit='a')\" | web: purpose: Try. title: job parametrize: { kit: [a] }",
                "nox -s web | web: purpose: Try. title: job",
                "nox -s lint -- --fix a | lint: purpose: Check. title: job tags: [quick] posargs: [\"--fix\", a]",
                "poetry run nox -s lint | lint: purpose: Check. title: job tags: [quick] nox: { command: poetry run nox }",
            })
    void aCommandIsAnEntry(String command, String entry) {
        String first = entries(steps(command)).split("\n  (?=\\w)", 2)[0];
        assertThat(first.replace(" runs-on: ubuntu-24.04", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .startsWith(entry);
    }

    @Test
    void severalSessionsOfAJobAreCalls() {
        assertThat(entries(steps("nox -s lint types", "nox -s tests-3.12 -- -x")))
                .startsWith("""
                          job:
                            purpose: Run lint, types, tests
                            runs-on: ubuntu-24.04
                            calls: [{ nox: [lint, types], python-by: job }, { nox: tests-3.12, posargs: ["-x"], python-by: job }]
                        """);
    }

    @Test
    void aMatrixOfSessionsIsAnEntryForEach() {
        assertThat(entries("strategy: { matrix: { session: [lint, types, tests-3.12] } }\n"
                        + steps("nox -s ${{ matrix.session }}")))
                .contains("  lint:\n", "title: job (lint)", "  types:\n", "title: job (types)", "  tests:\n")
                .doesNotContain("ci: false\n    title");
    }

    @Test
    void aValueOfAMatrixThatNothingDecidesIsAnAxis() {
        String entries = entries("strategy: { matrix: { python: ['3.12', '3.13'], level: [low, high] } }\n"
                + "env: { LEVEL: \"${{ matrix.level }}\", FILE: \"data-${{ matrix.python }}\" }\n"
                + steps("nox -s tests-${{ matrix.python }}"));
        assertThat(entries)
                .contains("title: job (${{ row.python }}, ${{ row.level }})")
                .contains("matrix: { level: [low, high] }")
                .contains("env: { LEVEL: \"${{ row.level }}\", FILE: \"data-${{ row.python }}\" }");
    }

    @Test
    void aValueThatDependsOnAnotherIsBroughtByTheRows() {
        String entries = entries("""
                strategy:
                  matrix:
                    python: ['3.12', '3.13']
                    include: [{ python: '3.12', release: old, deep: true }, { python: '3.13', release: new }]
                env: { RELEASE: "${{ matrix.release }}" }
                steps:
                  - { uses: owner/set-up@0123456789012345678901234567890123456789, with: { release: "${{ matrix.release }}" } }
                  - { run: ./measure, if: matrix.deep }
                  - run: nox -s tests-${{ matrix.python }} -- --release ${{ matrix.release }}
                """);
        assertThat(entries)
                .contains("- { python: \"3.12\", env: { RELEASE: old }, posargs: [\"--release\", old], title: ")
                .contains("with: { release: \"${{ env.RELEASE }}\" }")
                .contains("if: row.python == '3.12', run: ./measure")
                .doesNotContain("MATRIX_");
    }

    @Test
    void rowsOfWhichOnlySomeHaveAValueAreTakenApartByIt() {
        String entries = entries("""
                strategy:
                  matrix:
                    include:
                      - { python: '3.12', part: one }
                      - { python: '3.12', part: two }
                      - { python: '3.12', part: one, slow: '1' }
                      - { python: '3.13', part: one, slow: '1' }
                env: { SLOW: "${{ matrix.slow }}" }
                steps:
                  - { run: ./prepare, if: always() && matrix.part == 'two' }
                  - run: nox -s tests-${{ matrix.python }} -- ${{ matrix.part }}
                """);
        assertThat(entries)
                .contains("python: [\"3.12\"]\n    matrix: { part: [one, two] }")
                .contains("env: { SLOW: \"\" }")
                .contains("if: always() && row.part == 'two', run: ./prepare")
                .contains("posargs: [\"${{ row.part }}\"]")
                .contains("python: [\"3.12\", \"3.13\"]")
                .contains("env: { SLOW: \"1\" }")
                .contains("posargs: [one]");
    }

    @Test
    void whatTheyAreWithoutIsExcludedWhereThatIsShorter() {
        String entries = entries("""
                strategy:
                  matrix:
                    os: [a, b, c]
                    python: ['3.12', '3.13']
                    part: [one, two]
                    exclude: [{ os: c, part: two }, { os: a, python: '3.13', part: one }]
                timeout-minutes: "${{ matrix.os == 'a' && 5 || 9 }}"
                """ + steps("nox -s tests-${{ matrix.python }} -- ${{ matrix.part }}"));
        assertThat(entries)
                .contains("matrix: { part: [one, two] }")
                .contains("exclude: [{ os: c, part: two }, { python: \"3.13\", os: a, part: one }]")
                .contains("include: [{ os: a, timeout-minutes: 5 }]\n    timeout-minutes: 9");
    }

    @Test
    void aConditionOnTheMatrixIsOneOnTheRowOrGone() {
        String entries = entries("""
                strategy: { matrix: { python: ['3.12', '3.13'] } }
                steps:
                  - { run: ./newest, if: matrix.python == '3.13' && always() }
                  - { run: ./never, if: matrix.python == '3.11' }
                  - { run: './usual ${{ matrix.python }}', if: matrix.python != '3.11' }
                  - run: nox -s tests-${{ matrix.python }}
                """);
        assertThat(entries)
                .contains("if: row.python == '3.13' && always(), run: ./newest")
                .contains("{ run: \"./usual ${ROW_PYTHON}\", env: { ROW_PYTHON: \"${{ row.python }}\" } }")
                .doesNotContain("./never")
                .contains("checkout: false");
    }

    @Test
    void systemsAreAListWithAsFewExceptionsAsPossible() {
        String entries = entries("strategy:\n  matrix:\n    os: [a, b, c]\n    python: ['3.12', '3.13']\n"
                + "    exclude: [{ os: c, python: '3.12' }]\n    include: [{ os: b, python: '3.13', soft: true }]\n"
                + "continue-on-error: ${{ matrix.soft == true }}\ntimeout-minutes: ${{ matrix.os == 'a' && 5 || 9 }}\n"
                + steps("nox -s tests-${{ matrix.python }}"));
        assertThat(entries)
                .contains("python: [\"3.12\", \"3.13\"]\n    os: [a, b, c]\n    exclude: [{ python: \"3.12\", os: c }]")
                .contains("{ os: a, timeout-minutes: 5 }")
                .contains("{ python: \"3.13\", os: b, allow-failure: true, title: ");
    }

    @Test
    void aWorkflowOfForgejoIsOne() {
        String workflow = """
                on: push
                jobs:
                  job:
                    runs-on: docker
                    steps:
                      - uses: https://code.forgejo.org/actions/checkout@v6
                        with: { fetch-depth: 0 }
                      - uses: https://code.forgejo.org/actions/cache@v5
                        with: { path: ~/x, key: x }
                      - run: nox -s lint
                """;
        Audit audit = Audit.of(
                List.of(new Audit.Source(new SourceFile(".forgejo/workflows/ci.yml", workflow), path -> null)),
                listing());
        String text = TakeOver.of(
                        ReadWorkflow.of(audit, listing()),
                        listing(),
                        manifest -> new TakeOver.Judged(diagnostics(manifest), List.of()),
                        "sessions.yaml")
                .text();
        assertThat(text)
                .contains("targets: { forgejo: .forgejo/workflows/ci.yml }")
                .contains("checkout: { fetch-depth: 0 }")
                .contains("{ uses: actions/cache, with: { path: ~/x, key: x } }");
    }

    @Test
    void filesGoFromEntryToEntryByTheirNames() {
        String text = taken("on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n"
                        + "    strategy: { matrix: { session: [lint, types] } }\n"
                        + steps("nox -s ${{ matrix.session }}").indent(4)
                        + "      - { uses: actions/upload-artifact@v6, with: { name: 'out-${{ matrix.session }}', path: out } }\n"
                        + "      - { uses: actions/upload-artifact@v6, with: { path: a.log } }\n"
                        + "  all:\n    runs-on: ubuntu-24.04\n    needs: [job]\n    if: always()\n    steps:\n"
                        + "      - { uses: actions/download-artifact@v7, with: { pattern: out-t*, path: there } }\n"
                        + "      - { uses: actions/download-artifact@v7, with: { name: other } }\n"
                        + "      - run: nox -s tests-3.12\n")
                .text();
        assertThat(text)
                .contains("{ path: out, if-no-files-found: warn, name: out-lint }")
                .contains("{ path: a.log, if-no-files-found: warn }")
                .contains("download: { from: types, into: there, even-if-failed: true }")
                .contains("needs: [lint]")
                .contains("before: [{ uses: actions/download-artifact, with: { name: other } }]")
                .contains("Its files were in there;");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }
}
