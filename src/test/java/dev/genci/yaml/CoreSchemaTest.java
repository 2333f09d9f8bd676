package dev.genci.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The types of plain scalars, by section 10.3.2 of YAML 1.2. */
class CoreSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothing(String text) {
        assertThat(CoreSchema.typeOf(text)).isEqualTo(ScalarType.NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "false", "False", "FALSE"})
    void flags(String text) {
        assertThat(CoreSchema.typeOf(text)).isEqualTo(ScalarType.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-12", "+3", "007", "0o17", "0xFf"})
    void wholeNumbers(String text) {
        assertThat(CoreSchema.typeOf(text)).isEqualTo(ScalarType.INTEGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.10", "-0.5", ".5", "1.", "1e3", "1E-3", "+1.5e+7", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN",
                "-.5"
            })
    void fractions(String text) {
        assertThat(CoreSchema.typeOf(text)).isEqualTo(ScalarType.FLOAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nULL",
                "yes",
                "no",
                "on",
                "tRUE",
                "1.2.3",
                "1_000",
                "0o8",
                "0o",
                "0x",
                "0xg",
                "0b1",
                "12:30",
                ".",
                "-",
                "+",
                "-.",
                "1e",
                "1e+",
                "e3",
                ".e3",
                "1.5x",
                "-0o7",
                "-0x1",
                "-.nan",
                ".infinity",
                "1 2",
                "2026-01-01",
                "1e3x",
                "--1"
            })
    void everythingElseIsText(String text) {
        assertThat(CoreSchema.typeOf(text)).isEqualTo(ScalarType.STRING);
    }

    @Test
    void wholeNumbersHaveAValue() {
        assertThat(CoreSchema.integer("0o17")).isEqualTo(15);
        assertThat(CoreSchema.integer("0xFf")).isEqualTo(255);
        assertThat(CoreSchema.integer("+3")).isEqualTo(3);
        assertThat(CoreSchema.integer("-012")).isEqualTo(-12);
    }
}
