package dev.genci.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.manifest.Parameters.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are read as nox prints them. */
class ParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a='x' | x",
                "a=\"it's\" | it's",
                "a='' | ``",
                "a=(1, 'b, c') | (1, 'b, c')",
                "a={'b': [1]} | {'b': [1]}",
                "a='x' 'y' | 'x' 'y'",
                "a='it\\'s\\\\\\x41' | it's\\A",
                "a='\\xzz\\x4' | xzzx4",
                "a='x | 'x",
                "a=' | '",
                "a='\\ | '\\",
                "a=None | None",
            })
    void aValueIsWhatIsInATextOrHowItIsWritten(String text, String value) {
        assertThat(Parameters.of(text)).extracting(Parameter::value).containsExactly(value);
    }

    @Test
    void escapesAreThoseOfPython() {
        assertThat(PythonRepr.read("'\\t\\n\\r\\\"'")).isEqualTo("\t\n\r\"");
        assertThat(PythonRepr.read(PythonRepr.of("a\tb\u0001'\"\\"))).isEqualTo("a\tb\u0001'\"\\");
    }

    @Test
    void anIdOfSomebodysOwnIsNoParameter() {
        assertThat(Parameters.of("newest, x 1, a='b', 3, b=2"))
                .isEqualTo(List.of(new Parameter("a", "b", 16, true), new Parameter("b", "2", 25, true)));
    }
}
