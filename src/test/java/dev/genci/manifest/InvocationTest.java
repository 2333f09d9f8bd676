package dev.genci.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.testing.Manifests;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nox is asked to run, under which interpreter, and how the row is called. */
class InvocationTest {
    private static Work work(String fields) {
        Manifest manifest = Manifests.manifest(Manifests.withFlags("sessions: {a: {purpose: A, " + fields + "}}\n"));
        return (Work) Objects.requireNonNull(manifest.entries().get("a"));
    }

    private static List<String> rows(String fields) {
        return Invocation.of(work(fields)).stream()
                .map(row -> row.name() + " | " + row.selector() + " | " + row.python() + " | " + row.venv())
                .toList();
    }

    @Test
    void withoutPythonTheDefaultRunsTheSession() {
        assertThat(rows("")).containsExactly("a | a | 3.13 | a");
    }

    @Test
    void onePythonRunsNoxItself() {
        assertThat(rows("python: \"3.12\"")).containsExactly("a | a | 3.12 | a");
    }

    @Test
    void aListIsNamedAsNoxNamesIt() {
        assertThat(rows("python: [\"3.12\", python3.13]"))
                .containsExactly(
                        "a-3.12 | a-3.12 | 3.12 | a-3.12", "a-python3.13 | a-python3.13 | 3.13 | a-python3.13");
        assertThat(rows("python: [\"3.12\"]")).containsExactly("a-3.12 | a-3.12 | 3.12 | a-3.12");
    }

    @Test
    void aListByJobDiffersInTheInterpreterAlone() {
        assertThat(rows("python: [\"3.12\", \"3.13\"], python-by: job"))
                .containsExactly("a-3.12 | a | 3.12 | a", "a-3.13 | a | 3.13 | a");
    }

    @Test
    void aForcedPythonIsPartOfTheEnvironment() {
        assertThat(rows("python: \"3.12\", python-by: force")).containsExactly("a-3.12 | a | 3.12 | a-3.12");
        // nox does not run on 3.9: it runs beside, so it must be told.
        assertThat(rows("python: \"3.9\"")).containsExactly("a-3.9 | a | 3.9 | a-3.9");
    }

    @Test
    void parametersAreMultipliedWithPythons() {
        assertThat(rows("session: b, python: [\"3.12\", \"3.13\"], parametrize: [x=1, x=2]"))
                .containsExactly(
                        "a-3.12(x=1) | b-3.12(x=1) | 3.12 | b-3.12(x=1)",
                        "a-3.12(x=2) | b-3.12(x=2) | 3.12 | b-3.12(x=2)",
                        "a-3.13(x=1) | b-3.13(x=1) | 3.13 | b-3.13(x=1)",
                        "a-3.13(x=2) | b-3.13(x=2) | 3.13 | b-3.13(x=2)");
        assertThat(rows("parametrize: {x: [\"it's\", \"a\\\\b\"], y: [\"q\\\"\"]}"))
                .extracting(row -> row.split(" ", 2)[0])
                .containsExactly("a(x=\"it's\",", "a(x='a\\\\b',");
    }

    @Test
    void aCommandHasAnInterpreterOnlyIfItAsks() {
        assertThat(rows("run: make")).containsExactly("a | a | null | a");
        assertThat(rows("run: make, python: [\"3.9\", \"3.12\"]"))
                .containsExactly("a-3.9 | a | 3.9 | a-3.9", "a-3.12 | a | 3.12 | a-3.12");
        assertThat(Invocation.needsNoxPython(work("run: make, python: \"3.9\"")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.10",
                "3.13t",
                "3.14-dev",
                "3.15.0a1",
                "cpython3.12",
                "cpython-3.12",
                "3",
                "3.14t-dev",
                "4.0",
                "3.x"
            })
    void noxRunsOn(String python) {
        assertThat(Invocation.runsNox(python)).isTrue();
        assertThat(Invocation.needsNoxPython(work("python: \"" + python + "\"")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.9", "3.9.18", "2.7", "2", "pypy3.11", "cpython3.8", "pypy3.11-v7.3.20"})
    void noxRunsBeside(String python) {
        assertThat(Invocation.runsNox(python)).isFalse();
        assertThat(Invocation.needsNoxPython(work("python: \"" + python + "\"")))
                .isTrue();
    }

    @Test
    void noxDoesNotRunOnGraalPy() {
        assertThat(Invocation.runsNox("graalpy3.11")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "python3.12, 3.12",
        "cpython-3.12, 3.12",
        "pypy3.11, pypy3.11",
        "3.12, 3.12",
        "python3.9, 3.9",
        "3.15-dev, 3.15"
    })
    void theActionsTakeTheRelease(String python, String release) {
        assertThat(Invocation.of(work("python: \"" + python + "\"")).get(0).python())
                .isEqualTo(release);
    }
}
