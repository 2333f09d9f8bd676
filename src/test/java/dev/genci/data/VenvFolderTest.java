package dev.genci.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How nox reads names as folders. */
class VenvFolderTest {
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
        assertThat(VenvFolder.of(name)).isEqualTo(folder);
    }
}
