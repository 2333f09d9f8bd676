package dev.genci.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.audit.Audit;
import dev.genci.audit.ReadWorkflow;
import dev.genci.compiler.Compiler;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.noxfile.ListingProblem;
import dev.genci.noxfile.ListingReader;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What workflows say is in the manifest, and the manifest is one. */
class TakeOverTest {
    private static final String LISTING = """
            [{"session": "tests-3.12", "name": "tests", "description": "Test.", "python": "3.12", "tags": []},
             {"session": "tests-3.13", "name": "tests", "description": "Test.", "python": "3.13", "tags": []},
             {"session": "lint", "name": "lint", "description": "Check.", "python": null, "tags": ["ci", "quick"]},
             {"session": "types", "name": "types", "description": "Check types.", "python": "3.13", "tags": []},
             {"session": "web(kit='a')", "name": "web", "description": "Try.", "python": null, "tags": []},
             {"session": "web(kit='b')", "name": "web", "description": "Try.", "python": null, "tags": []}]
            """;

    private static NoxListing listing() {
        try {
            return ListingReader.read(LISTING);
        } catch (ListingProblem e) {
            throw new AssertionError(e);
        }
    }

    private static List<Diagnostic> diagnostics(String manifest) {
        return new Compiler().analyze(new SourceFile("sessions.yaml", manifest)).diagnostics();
    }

    private static TakeOver taken(String workflow) {
        Audit audit = Audit.of(
                List.of(new Audit.Source(new SourceFile(".github/workflows/ci.yml", workflow), path -> null)),
                listing());
        return TakeOver.of(
                ReadWorkflow.of(audit, listing()),
                listing(),
                text -> new TakeOver.Judged(diagnostics(text), List.of()),
                "sessions.yaml");
    }

    /** The entries that a job makes, without their comments. */
    private static String entries(String job) {
        String text = taken("on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n" + job.indent(4))
                .text();
        return text.substring(text.indexOf("\nsessions:\n") + 11).replaceAll("(?m)^ *#.*\n", "");
    }

    private static String steps(String... commands) {
        StringBuilder steps = new StringBuilder("steps:\n  - uses: actions/checkout@v6\n");
        for (String command : commands) {
            steps.append("  - run: ").append(command).append('\n');
        }
        return steps.toString();
    }

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
    void aVariableOfAMatrixIsARowsOrAnEntrysOwn() {
        String entries = entries("strategy: { matrix: { python: ['3.12', '3.13'], level: [low, high] } }\n"
                + "env: { LEVEL: \"${{ matrix.level }}\", FILE: \"data-${{ matrix.python }}\" }\n"
                + steps("nox -s tests-${{ matrix.python }}"));
        assertThat(entries)
                .contains("env: { LEVEL: low, FILE: \"data-${{ row.python }}\" }")
                .contains("env: { LEVEL: high, FILE: \"data-${{ row.python }}\" }")
                .contains("title: job (${{ row.python }}, low)");
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
}
