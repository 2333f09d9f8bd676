package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who knows an interpreter by which name. */
class InterpreterNameTest {

    @ParameterizedTest
    @CsvSource({
        "3.12, true, true",
        "3.12.4, true, true",
        "3, true, true",
        "3t, true, false",
        "3.13t, true, true",
        "3.13.1t, true, true",
        "3.15-dev, false, true",
        "3.15t-dev, false, true",
        "3-dev, false, false",
        "3.15.0rc1, false, true",
        "3.15rc1, false, false",
        "3.15.0rc1-x, false, false",
        "pypy3.11, true, true",
        "pypy-3.11, false, true",
        "pypy3.11-dev, false, false",
        "graalpy24.1, false, true",
        "graalpy-24.1.2, false, true",
        "graalpy31.0, false, true",
        "graalpy3.11, true, false",
        "graalpy311, true, false",
        "graalpy3, true, false",
        "graalpy24.1-dev, false, false",
        "python3.12, true, true",
        "cpython-3.12, false, true",
        "PyPy3.11, false, false",
        "3.x, false, true",
        "3.13+debug, false, false",
        "3.13t+debug, false, false",
        "pypy3.11-v7.3.20, false, true",
    })
    void isKnownTo(String name, boolean nox, boolean setupPython) {
        assertThat(InterpreterName.isNox(name)).as("nox knows %s", name).isEqualTo(nox);
        assertThat(InterpreterName.isSetupPython(name))
                .as("setup-python knows %s", name)
                .isEqualTo(setupPython);
    }

    @ParameterizedTest
    @CsvSource({
        "3.15-dev, 3.15",
        "pypy-3.11, pypy3.11",
        "3.15t-dev, 3.15t",
        "3.15.0rc1, 3.15.0",
        "cpython-3.12, cpython3.12",
        "3.13+debug, 3.13",
        "pypy3.11-v7.3.20, pypy3.11"
    })
    void hasAPlainForm(String name, String plain) {
        assertThat(InterpreterName.plain(name)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"3.12, 12", "3.12.1, 12", "python3.9, 9", "2.7, -1", "2, -1"})
    void hasAMinor(String name, int minor) {
        assertThat(InterpreterName.minorOfCPython(name)).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"3", "pypy3.11", "graalpy24.1", "4.0", "3.x"})
    void hasNoMinorThatCouldBeRead(String name) {
        assertThat(InterpreterName.minorOfCPython(name)).isEqualTo(InterpreterName.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "3.12, true, true",
        "3.x, true, false",
        "3.13+debug, true, false",
        "pypy3.11, true, true",
        "pypy3.11-v7.3.20, false, false",
        "pypy3.11+debug, false, false",
        "graalpy3.11+debug, false, false"
    })
    void isBroughtBy(String name, boolean uv, boolean image) {
        assertThat(InterpreterName.isUv(name)).as("uv knows %s", name).isEqualTo(uv);
        assertThat(InterpreterName.isOfImage(name)).as("an image has %s", name).isEqualTo(image);
    }
}
