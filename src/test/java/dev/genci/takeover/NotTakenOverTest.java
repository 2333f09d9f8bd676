package dev.genci.takeover;

import static dev.genci.takeover.Taking.diagnostics;
import static dev.genci.takeover.Taking.entries;
import static dev.genci.takeover.Taking.steps;
import static dev.genci.takeover.Taking.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** What a manifest cannot say, and what nobody can read in a workflow, is said in comments. */
class NotTakenOverTest {
    @Test
    void whatTheManifestCannotSayIsAComment() {
        String text = taken(
                        "on: [push, fork]\npermissions: write-all\njobs:\n  job:\n    runs-on: ubuntu-24.04\n    if: failure()\n"
                                + "    strategy: { max-parallel: 1 }\n    concurrency: one\n    outputs: { a: b }\n"
                                + steps("'nox -s lint; make report'", "echo '${{ github.sha }}'")
                                        .indent(4)
                                + "      - uses: example/action@v1\n")
                .text();
        assertThat(text.replaceAll("\\s*\n *# *", " "))
                .contains("permissions were write-all")
                .contains("Not taken over: on.1 (fork)")
                .contains("Its condition was failure()")
                .contains("max-parallel is not taken over")
                .contains("concurrency of the job is not taken over")
                .contains("outputs of the job is not taken over")
                .contains("example/action@v1 is no commit")
                .contains("its script reads what a manifest does not have");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void jobsThatNeedWhatIsNotTakenOverAreTakenOverWithoutIt() {
        String text = taken("on: push\njobs:\n"
                        + "  image: { runs-on: ubuntu-24.04, steps: [{ uses: example/build@v1 }] }\n"
                        + "  site: { runs-on: ubuntu-24.04, needs: [image, job], steps: [{ run: ./site }] }\n"
                        + "  job:\n    runs-on: ubuntu-24.04\n    needs: [image]\n"
                        + steps("nox -s lint").indent(4))
                .text();
        assertThat(text).contains("site: { needs: [lint], runs-on").doesNotContain("needs: [image");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void aRowWithAnUnknownInterpreterIsNoReasonToLoseTheOthers() {
        String text = taken("""
                        on: push
                        jobs:
                          job:
                            runs-on: ubuntu-24.04
                            strategy: { matrix: { python: ['3.12', '3.13', snake] } }
                            steps:
                              - uses: actions/setup-python@v6
                                with: { python-version: "${{ matrix.python }}" }
                              - run: nox -s lint
                        """).text();
        assertThat(text.replaceAll("\\s*\n *# *", " "))
                .contains("python: [\"3.12\", \"3.13\"]")
                .contains("Not taken over: python.2 (snake)");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void rowsThatAreTheSameAsOthersAreSaid() {
        String text = taken("on: push\njobs:\n  job:\n    runs-on: windows-2025\n"
                        + "    name: on ${{ matrix.build.arch }}\n"
                        + "    strategy: { matrix: { build: [{ arch: x86 }, { arch: x64 }] } }\n"
                        + steps("nox -s lint").indent(4))
                .text();
        assertThat(text.replaceAll("\\s*\n *# *", " "))
                .contains("1 row of job is not taken over: the same as others but for what a manifest has no word for");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void whatNoxRunsByDefaultIsAskedFor() {
        String text = taken("on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n"
                        + "    strategy: { matrix: { python: ['3.12', '3.13'] } }\n"
                        + steps("nox -p ${{ matrix.python }}").indent(4))
                .text();
        assertThat(text)
                .contains("CI runs what the noxfile runs by default")
                .contains(
                        "  tests:\n    purpose: Test.\n    title: job (${{ row.python }})\n    python: [\"3.12\", \"3.13\"]")
                .contains("  lint:\n    purpose: Check.\n    ci: false");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void whatOnlyARunKnowsLeavesAllSessionsInCi() {
        String text = taken("on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n"
                        + steps("nox -s $(cat list)").indent(4))
                .text();
        assertThat(text)
                .contains("only a run knows which sessions job runs: $(cat list).")
                .contains("No workflow says which sessions CI runs, so it runs all.")
                .doesNotContain("    ci: false");
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
    }

    @Test
    void whatTheNoxfileLacksIsSaid() {
        assertThat(taken("on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n"
                                + steps("nox -s lint", "nox -s flake", "nox -f other.py -s wheels")
                                        .indent(4))
                        .text())
                .contains("job runs sessions that the noxfile lacks: flake, other.py::wheels.")
                .contains("  lint:\n    purpose: Check.\n    title: job\n");
    }

    @Test
    void rowsWithoutSessionsAreSaid() {
        assertThat(taken("""
                on: push
                jobs:
                  job:
                    runs-on: ubuntu-24.04
                    strategy: { matrix: { kind: [nox, make] } }
                    steps:
                      - { run: nox -s lint, if: matrix.kind == 'nox' }
                      - { run: make, if: matrix.kind == 'make' }
                """).text()).contains("1 row of job runs no session, and is not taken over.");
    }

    @Test
    void theStepOfNoxSpeaksForItsSession() {
        assertThat(entries("""
                if: github.ref_type == 'tag'
                strategy: { fail-fast: true }
                steps:
                  - { run: nox -s lint, if: github.actor == 'me', timeout-minutes: 7, continue-on-error: true }
                """))
                .contains("if: (github.ref_type == 'tag') && (github.actor == 'me')")
                .contains("fail-fast: true\n    timeout-minutes: 7")
                .contains("allow-failure: true");
    }

    @Test
    void aCallHasNoTimeLimitOfItsOwn() {
        assertThat(taken("""
                on: push
                jobs:
                  job:
                    runs-on: ubuntu-24.04
                    steps:
                      - { run: nox -s lint, timeout-minutes: 7 }
                      - run: nox -s types
                """).text()).contains("has timeout-minutes: 7, which a call has not.");
    }
}
