package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How nox reads names: as folders, and as what {@code -s} selects. */
class NoxNamesTest {
    /**
     * As {@code _normalize_path} of nox's sessions.py does: what is not ASCII after decomposition is dropped, or the whole
     * name kept where nothing is left.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tests | tests",
                "Tests-3.12 | tests-3-12",
                "tests(django='4.2') | tests-django-4-2",
                "a__b | a__b",
                "größe | groe",
                "-a- | a",
                "a..b | a-b",
                "日本 | 日本",
                "é | e",
                "09azAZ_ | 09azaz_",
                "a/b:c@d[e`f{g | a-b-c-d-e-f-g",
                "a\u0080b | ab",
                "a\u007fb | a-b",
            })
    void foldersOfEnvironments(String name, String folder) {
        assertThat(EnvironmentClash.folder(name)).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "u-3.10 | u-3.1",
                "u-3.1 | u-3.1",
                "u-3.12 | u-3.12",
                "u-3.90 | u-3.9",
                "u-3.100 | u-3.1",
                "u-3.0 | u-3.",
                "u-30 | u-30",
                "u-3.10(x='1.10') | u-3.1(x='1.10')",
                "u(x=\"1.10\", y=2.50) | u(x=\"1.10\", y=2.5)",
                "a.b.10 | a.b.10",
                ".10 | .10",
                "a-3.10-b | a-3.1-b",
                "u(x='a\"1.10') | u(x='a\"1.10')",
            })
    void namesThatAreSelected(String name, String read) {
        assertThat(ConfusingNames.asPython(name)).isEqualTo(read);
    }
}
