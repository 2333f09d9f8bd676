package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.noxfile.ListingProblem;
import dev.genci.noxfile.ListingReader;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sessions a job runs, whatever way it is written. */
class SessionsTest {
    private static final String LISTING = """
            [{"session": "tests-3.12", "name": "tests", "python": "3.12", "tags": ["ci"]},
             {"session": "tests-3.13", "name": "tests", "python": "3.13", "tags": ["ci"]},
             {"session": "lint", "name": "lint", "python": null, "tags": ["ci", "quick"]},
             {"session": "docs", "name": "docs", "python": "3.13", "tags": []},
             {"session": "build(kind='wheel')", "name": "build", "python": false, "tags": []}]
            """;

    private static AuditedJob job(String text, boolean listing, Map<String, String> files) {
        Reach reach = path -> {
            String other = files.get(path);
            return other == null ? null : new SourceFile(path, other);
        };
        Audit audit =
                Audit.of(List.of(new Audit.Source(new SourceFile("ci.yml", text), reach)), listing ? listing() : null);
        return audit.workflows().get(0).jobs().get(0);
    }

    private static NoxListing listing() {
        try {
            return ListingReader.read(LISTING);
        } catch (ListingProblem e) {
            throw new AssertionError(e);
        }
    }

    private static String step(String script) {
        return "jobs:\n  a:\n    steps:\n      - run: |\n"
                + script.lines().map(line -> "          " + line + "\n").collect(Collectors.joining());
    }

    private static List<String> sessions(String text) {
        return List.copyOf(job(text, false, Map.of()).sessions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nox -s lint",
                "nox -slint",
                "nox -rs lint",
                "nox -e lint -- -k 'not slow' -s tests",
                "nox --session=lint",
                "nox --sessions lint",
                "nox --verbose --session lint --report report.json",
                "python -m nox -s lint",
                "python3.12 -X dev -m nox -s lint",
                "uvx nox -s lint",
                "uvx --from 'nox[uv]' nox -s lint",
                "uvx nox@2025.5.1 -s lint",
                "uvx --with tomli -p 3.12 nox -s lint",
                "uv run nox -s lint",
                "uv run --group nox --no-sync nox -s lint",
                "uv run -m nox -s lint",
                "uv tool run nox -s lint",
                "pipx run nox -s lint",
                "pipx run --spec 'nox==2024.4.15' nox -s lint",
                "poetry run nox -s lint",
                "pdm run python -m nox -s lint",
                "hatch run ci:nox -s lint",
                "conda run -n base nox -s lint",
                "coverage run -m nox -s lint",
                "python -m coverage run --rcfile x -m nox -s lint",
                ".venv/bin/nox -s lint",
                "xvfb-run -a nox -s lint",
                "sudo -E timeout -k 5 60 nox -s lint",
                "FORCE_COLOR=1 nox -s lint",
                "env A=1 nox -s lint",
                "NOXSESSION=lint nox",
                "export NOXSESSION=lint\nnox",
                "S=lint; nox -s $S",
                "nox -s \"${S:-lint}\"",
                "for s in lint; do nox -s $s; done",
                "nox -s $(echo lint)",
                "S=lint; nox -s \"$(echo ${S})\"",
                "if ! nox -s lint 2>&1 | tee log; then exit 1; fi",
                "cd docs && cd .. && nox -s lint > log 2>&1",
                "nox \\\n  -s \\\n  lint",
                "nox `\n  -s lint",
                "$env:S = 'x'\n$env:S='lint'\nnox -s $env:S",
                "bash -c 'nox -s lint'",
                "(nox -s lint) || true",
                "{ nox -s lint; }",
                "cat <<END > notes\nnox -s docs\nEND\nnox -s lint",
                "# nox -s docs\nnox -s lint # not -s docs",
                "echo nox -s docs\nnox -s lint",
                "nox --version && nox --help && nox -s lint",
                "true & nox -s lint &",
                "nox -s ${{ 'lint' }}",
                "${{ format('nox {0} lint', '-s') }}",
                "nox -s lint && nox -l -s docs",
                "nox -x -e=lint",
                "nox -vf noxfile.py -s lint",
                "nox -fnoxfile.py -s lint",
                "nox -s lint -f",
                "nox -s'lint'",
                "nox -s \"li\\\nnt\"",
                "nox -s l\\int",
                "nox -s ${env:S:-lint}",
                "nox -s $'lint'",
                "A=(nox -s docs); nox -s lint",
                "case $X in a) nox -s lint;; esac",
                "cat <<-'END'\nnox -s docs\nEND\nnox -s lint <<< text",
                "export A=1 B; nox -s lint",
                "uv run --with a -- nox -s lint",
                "rye run nox -s lint; uv sync; uv run",
                "echo $((1 + 2)) ${{ unclosed; nox -s lint",
            })
    void oneSession(String script) {
        assertThat(sessions(step(script))).containsExactly("lint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pip install nox",
                "pipx install nox",
                "uv tool install nox",
                "uv pip install nox",
                "nox --version",
                "echo nox -s lint",
                "cat nox.txt | grep nox",
                "cp -r .nox nox",
                "./nox-helper -s lint",
                "python -c 'import nox'",
                "timeout 5",
                "poetry install",
                "sudo",
                "export A=1 -x",
                "uv",
            })
    void noSession(String script) {
        assertThat(job(step(script), false, Map.of()).kind()).isEqualTo(AuditedJob.Kind.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nox -s \"tests-$(cat version)\"",
                "nox -s tests-`cat version`",
                "nox -s tests-$UNSET",
                "nox -s tests-${X,,}",
                "nox $ARGS"
            })
    void unknownNamesAreSaid(String script) {
        AuditedJob job = job(step(script), true, Map.of());
        assertThat(job.kind()).isEqualTo(AuditedJob.Kind.RUN);
        assertThat(job.sessions()).isEmpty();
        assertThat(job.unresolved()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nox -s tests | tests-3.12 tests-3.13",
                "nox -s tests lint | tests-3.12 tests-3.13 lint",
                "nox -s tests -p 3.13 | tests-3.13",
                "nox -s docs -P 3.12 | docs-3.12",
                "nox -s docs --force-python=3.13 | docs-3.13",
                "nox -s lint --force-python 3.12 | lint-3.12",
                "nox -s docs --extra-python 3.14 | docs-3.13 docs-3.14",
                "nox -s lint --extra-python 3.14 | lint",
                "NOXFORCEPYTHON=3.12 nox -s lint | lint-3.12",
                "nox -t quick | lint",
                "nox -t ci -s docs | tests-3.12 tests-3.13 lint",
                "nox -t quick -k 'lint or docs' | lint",
                "nox -k 'not (tests or lint) and not build' | docs",
                "nox -k 'tests and 3.13' | tests-3.13",
                "nox -k ci | tests-3.12 tests-3.13 lint",
                "nox -s \"build(kind='wheel')\" | build(kind='wheel')",
                "nox -s 'build(kind=\"wheel\")' | build(kind='wheel')",
                "NOXSESSION=lint,docs nox | lint docs",
            })
    void asNoxSelects(String script, String expected) {
        assertThat(job(step(script), true, Map.of()).sessions()).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void aNameThatTheNoxfileLacksIsMissing() {
        AuditedJob job = job(step("nox -s types\nnox -s $(cat x) -k \"$K\"\nnox"), true, Map.of());
        assertThat(job.selections().get(0).missing()).containsExactly("types");
        assertThat(job.unresolved()).containsExactly("-k $K");
        assertThat(job.byDefault()).isTrue();
    }

    @Test
    void anotherNoxfileHasOtherSessions() {
        assertThat(job(
                                step("nox -f tools/noxfile.py -s lint\ncd docs\nnox -s lint\nnox -f noxfile.py -t x"),
                                true,
                                Map.of())
                        .sessions())
                .containsExactly("tools/noxfile.py::lint", "docs/noxfile.py::lint", "docs/noxfile.py::-t x");
    }

    @Test
    void variablesComeFromWorkflowJobAndStep() {
        assertThat(sessions("""
                                env: {A: lint, B: x}
                                jobs:
                                  a:
                                    env: {B: "${{ env.A }}", C: "types-${{ matrix.v }}"}
                                    strategy: {matrix: {v: ["1", "2"], w: [3.10]}}
                                    defaults: {run: {working-directory: sub/..}}
                                    steps:
                                      - env: {NOXSESSION: "${{ env.B }},$C"}
                                        run: nox
                                      - run: nox -s $C w${{ matrix.w }}
                                      - run: echo "NEXT=docs" >> "$GITHUB_ENV"
                                      - run: nox -s "$NEXT"
                                      - if: matrix.v == '3'
                                        run: nox -s never
                                      - if: ${{ matrix.v == 2 && always() }}
                                        run: nox -s two
                                      - shell: python
                                        run: nox -s python
                                """)).containsExactly("lint", "$C", "types-1", "w3.1", "docs", "types-2", "two");
    }

    @Test
    void actionsScriptsAndCalledWorkflowsAreRead() {
        Map<String, String> files = Map.of(
                "act/action.yaml",
                "inputs: {s: {default: lint}}\nruns: {steps: [{run: 'nox -s ${{ inputs.s }}'}, {uses: ./act2}]}",
                "act2/action.yml",
                "runs: {steps: [{if: 'false', run: nox -s never}, {run: sh ci/x docs}]}",
                "ci/x",
                "#!/bin/bash\nnox -s $1",
                "ci/y.py",
                "#!/usr/bin/python\nnox -s never");
        AuditedJob job = job("""
                jobs:
                  a:
                    steps:
                      - uses: ./act
                      - uses: ./act
                        with: {s: types}
                      - uses: example/retry@v1
                        with: {command: nox -s retried, path: nox}
                      - run: ci/y.py; ci/x direct
                """, false, files);
        assertThat(job.sessions()).containsExactly("lint", "docs", "types", "retried", "direct");
        assertThat(job.commands()).extracting(NoxRun::via).contains("action:./act", "input:command", "script:ci/x");
    }

    @Test
    void aCallHasTheSessionsOfTheCalledWorkflow() {
        Map<String, String> files = Map.of("w.yml", """
                on: {workflow_call: {inputs: {s: {default: lint}, t: {}}}}
                jobs:
                  a: {steps: [{run: "nox -s ${{ inputs.s }} ${{ inputs.t }}"}]}
                """);
        AuditedJob job = job(
                "jobs: {a: {strategy: {matrix: {t: [x, y]}}, uses: ./w.yml, with: {t: 't-${{ matrix.t }}'}}}",
                false,
                files);
        assertThat(job.kind()).isEqualTo(AuditedJob.Kind.CALL);
        assertThat(job.sessions()).containsExactly("lint", "t-x", "t-y");
    }

    @Test
    void aScriptThatStartsItselfEnds() {
        assertThat(job(step("ci/x.sh"), false, Map.of("ci/x.sh", "ci/x.sh\nnox -s lint\nci/x.sh"))
                        .sessions())
                .containsExactly("lint");
    }
}
