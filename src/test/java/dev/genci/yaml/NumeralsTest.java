package dev.genci.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers stay numbers. */
class NumeralsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-1", "30", "0.5", "-0.5", "3.14", "10.01", "123456789012345", "0.00001"})
    void numbersThatEveryReaderWritesAgain(String text) {
        assertThat(Numerals.isShared(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0",
                "+1",
                "010",
                "-01",
                "00",
                "3.10",
                "4.0",
                "1.",
                ".5",
                "-.5",
                "1e3",
                "1.5E3",
                "0x1F",
                "0o17",
                ".inf",
                "-.inf",
                ".nan",
                "1234567890123456",
                "1.234567890123456",
                "0.0000001"
            })
    void numbersThatSomeReaderWritesOtherwise(String text) {
        assertThat(Numerals.isShared(text)).isFalse();
    }
}
