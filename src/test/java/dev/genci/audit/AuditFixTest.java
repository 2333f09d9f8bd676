package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.SourceFile;
import dev.genci.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code audit --fix} makes of every workflow of the cases and samples, read with a reader of YAML that is not ours: the same
 * document and what was meant to come, and nothing else.
 */
class AuditFixTest {
    private static final String STEPS = "steps";
    private static final String OPTION = " -r";
    private static final String MARK = "name: Cache .nox";

    static Stream<Path> workflows() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("samples", "src/test/cases/ok", "src/test/cases/audit", "src/test/cases/cli")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.ya?ml")
                                && !file.endsWith("sessions.yaml")
                                && Files.isRegularFile(file))
                        .forEach(all::add);
            }
        }
        return all.stream().sorted();
    }

    private static AuditFix.Fixed fix(String text) {
        return AuditFix.of(source(text), null);
    }

    private static Audit.Source source(String text) {
        return new Audit.Source(new SourceFile("ci.yml", text), path -> null);
    }

    private static List<String> findings(String text) {
        return Audit.of(List.of(source(text)), null).diagnostics().stream()
                .map(each -> each.rule().id() + " " + each.message())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void theDocumentIsTheSameWithWhatWasMeant(Path file) throws IOException {
        String text = Files.readString(file);
        AuditFix.Fixed fixed = fix(text);
        List<Diagnostic> gone = new ArrayList<>();
        fixed.results().stream().filter(AuditFix.Result::fixed).forEach(each -> gone.add(each.finding()));
        List<String> left = new ArrayList<>(findings(text));
        gone.forEach(each ->
                assertThat(left.remove(each.rule().id() + " " + each.message())).isTrue());
        assertThat(findings(fixed.text())).containsExactlyInAnyOrderElementsOf(left);
        assertThat(fix(fixed.text()).text()).isEqualTo(fixed.text());
        if (gone.isEmpty()) {
            assertThat(fixed.text()).isEqualTo(text);
        } else {
            assertThat(without(fixed.text(), text)).isEqualTo(without(text, text));
            assertThat(fix(text.replace("\n", "\r\n")).text())
                    .isEqualTo(fixed.text().replace("\n", "\r\n"));
        }
    }

    /** Takes away what may have come: also from what it is compared with, so that only this may differ. */
    private static String without(String text, String original) {
        Map<String, Object> workflow = Yaml.map(text);
        Map<String, Object> before = Yaml.map(original);
        Map<String, Object> jobs = Yaml.map(workflow.get("jobs"));
        Map<String, Object> old = Yaml.map(before.get("jobs"));
        jobs.forEach((id, value) -> {
            Map<String, Object> job = Yaml.map(value);
            if (!Yaml.map(old.get(id)).containsKey("timeout-minutes")) {
                job.remove("timeout-minutes");
            }
            List<Object> steps = new ArrayList<>();
            for (Object step : Yaml.list(job.get(STEPS))) {
                Map<String, Object> keys = Yaml.map(step);
                boolean cache =
                        String.valueOf(Yaml.map(keys.get("with")).get("path")).endsWith(".nox");
                keys.computeIfPresent("run", (key, run) -> String.valueOf(run).replace(OPTION, ""));
                if (!cache) {
                    steps.add(keys);
                }
            }
            job.put(STEPS, steps);
        });
        return workflow.toString().replace("3.10", "3.1");
    }

    private static final String BEFORE = """
            # The first comment.
            on: push # and why

            jobs:
              'tests':   # odd   spaces
                name:   "Tests"
                runs-on: [ubuntu-latest,
                          x64]
                strategy: {matrix: {python: ['3.9', 3.10 ]}}
                steps:
                -   uses: actions/checkout@v4

                # Sets up Python.
                -   uses: actions/setup-python@v5
                    with: {python-version: "${{ matrix.python }}"}

                # Runs the tests.
                -   name: Run
                    run: |
                        echo nox
                        # nox later
                        python -m pip install nox &&
                          uvx --from nox nox --session tests -- -r || true
            """;

    @Test
    void commentsOrderAndStyleStay() {
        String after = fix(BEFORE).text();
        assertThat(after)
                .isEqualTo(BEFORE.replace("    runs-on: [", "    timeout-minutes: 30\n    runs-on: [")
                        .replace(", 3.10 ]", ", '3.10' ]")
                        .replace("from nox nox --", "from nox nox -r --")
                        .replace("    # Runs the tests.", """
                    -   name: Cache .nox
                        uses: actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5
                        with:
                          path: ${{ github.workspace }}/.nox
                          key: nox-${{ runner.os }}-${{ runner.arch }}-${{ env.pythonLocation }}-${{ github.job }}-\
                ${{ matrix.python }}-${{ hashFiles('pyproject.toml', 'noxfile.py', '*.lock', 'requirements*.txt') }}

                    # Runs the tests.""".replaceFirst("^ {4}", "    ")));
        assertThat(findings(after)).isEmpty();
    }

    @Test
    void whatIsInBracesStaysThere() {
        String before = "jobs: {a: {runs-on: x, steps: [{uses: actions/setup-python@v5}, {name: b, run: nox -s b}]}}";
        String after = fix(before).text();
        assertThat(after)
                .startsWith("jobs: {a: {timeout-minutes: 30, runs-on: x, steps: [{uses: actions/setup-python@v5}, {"
                        + MARK + ", uses: \"actions/cache@")
                .endsWith("}}, {name: b, run: nox -r -s b}]}}");
        assertThat(findings(after)).isEmpty();
    }

    private static final String LATE = """
            jobs:
              a:
                timeout-minutes: 5
                runs-on: x
                steps:
                  # First.
                  - run: nox -r -s a

                  # Of environments.
                  - uses: actions/cache@v4
                    with:
                      path: .nox
                      key: a-${{ hashFiles('noxfile.py') }}""";

    @Test
    void aLateCacheMovesWithItsComment() {
        String[] parts = LATE.split("(?= {6}#)", -1);
        String moved = parts[0] + parts[2] + "\n\n" + parts[1].stripTrailing();
        assertThat(fix(LATE).text()).isEqualTo(moved);
        assertThat(fix(LATE + "\n").text()).isEqualTo(moved + "\n");
        String more = "\n\n      - run: echo\n";
        assertThat(fix(LATE + more).text()).isEqualTo(moved + more);
    }

    private static List<String> answers(String text) {
        return fix(text).results().stream()
                .filter(each -> !each.fixed())
                .map(each -> each.what())
                .toList();
    }

    @Test
    void whatCannotBeFixedKeepsNoOtherFromIt() {
        StringBuilder text = new StringBuilder("jobs:\n");
        for (int i = 0; i < 9; i++) {
            text.append(
                    i == 4
                            ? "  j4: &j4 {runs-on: x, steps: [{run: nox -s lint}]}\n  alias: *j4\n"
                            : "  j" + i + ":\n    runs-on: x\n    steps: [{run: nox -s lint}]\n");
        }
        AuditFix.Fixed fixed = fix(text.toString());
        assertThat(fixed.results().stream()
                        .filter(each -> each.finding().rule() == RuleId.NO_TIMEOUT && !each.fixed())
                        .map(each -> each.finding().message()))
                .allMatch(message -> message.matches("\"(j4|alias)\".*"))
                .isNotEmpty();
        assertThat(fixed.text().split("timeout-minutes: 30", -1)).hasSize(9);
    }

    @Test
    void whatIsNotFixedSaysWhy() {
        assertThat(answers("jobs: {a: {runs-on: x, steps: [{run: '" + "nox -s a; ".repeat(200_000) + "'}]}}"))
                .isNotEmpty()
                .allMatch(why -> why.contains("too large"));
        String job = "jobs: {a: {timeout-minutes: 5, runs-on: x, ";
        String python = "{uses: actions/setup-python@v5}, ";
        assertThat(answers(job + "steps: [{run: nox}]}}"))
                .singleElement()
                .asString()
                .contains("setup-python");
        assertThat(answers(job + "strategy: {matrix: '${{ fromJSON(needs.b.outputs.c) }}'}, steps: [" + python
                        + "{run: nox -r}]}}"))
                .anyMatch(why -> why.contains("only a run knows"));
        assertThat(answers(job + "steps: [" + python + "{run: nox --no-reuse-existing-virtualenvs}]}}"))
                .anyMatch(why -> why.contains("tell nox"));
        assertThat(answers(job + "steps: [" + python + "{run: nox -r --envdir e}]}}"))
                .anyMatch(why -> why.contains("environments in e"));
        assertThat(answers(LATE.replace("  - run: nox", "  - id: k\n        run: nox")
                        .replace("key: a", "key: ${{ steps.k.outputs.x }}")))
                .anyMatch(why -> why.contains("nox comes before"));
        assertThat(answers("steps: &s [" + python
                        + "{run: nox}]\njobs: {a: {runs-on: x, steps: *s}, b: {runs-on: y, steps: *s}}"))
                .anyMatch(why -> why.contains("alias"));
    }
}
