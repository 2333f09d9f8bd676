package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How nox reads names as what {@code -s} selects. */
class NoxNamesTest {
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
