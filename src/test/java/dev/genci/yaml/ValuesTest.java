package dev.genci.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Value;
import dev.genci.source.SourceFile;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of numbers and booleans that people write in more than one way. */
class ValuesTest {
    private static YamlMapping tree(String text) {
        return (YamlMapping) Objects.requireNonNull(
                        YamlReader.read(new SourceFile("x.yaml", text)).value())
                .root();
    }

    @ParameterizedTest
    @CsvSource({"0x1F, 31", "010, 10", "+5, 5", "True, true", "3.10, 3.10", "text, text"})
    void outsideOfTextsANumberIsTheNumber(String written, String shown) {
        assertThat(String.valueOf(Values.fields(tree("a: " + written)).fields().get("a")))
                .contains("=" + shown + "]");
    }

    @ParameterizedTest
    @CsvSource({"0x1F", "010", "True", "3.10"})
    void whereTextsStandItIsWhatWasWritten(String written) {
        Value.Text text = new Value.Text(written);
        assertThat(Values.texts(tree("a: " + written)).fields()).containsEntry("a", text);
        for (String key : new String[] {"env", "with"}) {
            Value.Fields part = Values.part(tree("service: {" + key + ": {a: " + written + "}}"));
            assertThat(part.toString()).contains("a=" + text);
        }
        assertThat(Values.fields(tree("default: " + written)).fields()).containsEntry("default", text);
        assertThat(Values.fields(tree("type: string\ndefault: " + written)).fields())
                .containsEntry("default", text);
    }

    @ParameterizedTest
    @CsvSource({"number, 010, 10", "boolean, True, true"})
    void aDefaultIsOfTheTypeOfItsInput(String type, String written, String shown) {
        Value.Fields input = Values.fields(tree("type: " + type + "\ndefault: " + written));
        assertThat(input.fields().get("default")).isNotInstanceOf(Value.Text.class);
        assertThat(String.valueOf(input.fields().get("default"))).contains("=" + shown + "]");
    }
}
