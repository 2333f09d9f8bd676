package dev.genci.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorNameTest {
    @ParameterizedTest
    @CsvSource({
        "Set up Java, actions/setup-java, set-up-java",
        "' — 3.12 (slow)!', actions/setup-java, 3-12-slow",
        "'', actions/setup-java, setup-java",
        "'', actions/cache/restore, cache",
        "'', ./here, here",
        "ÜÄ, '', step",
        "a b c d e f g h i j k l m n o p q r s t u, '', a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t",
    })
    void aStepIsCalledByItsNameOrItsAction(String name, String uses, String anchor) {
        Value.Fields step = Value.fields().with("name", Value.of(name)).with("uses", Value.of(uses));
        assertThat(AnchorName.of(step.fields())).isEqualTo(anchor);
    }

    @Test
    void aStepWithNeitherIsAStep() {
        assertThat(AnchorName.of(Value.fields().with("run", Value.of("make")).fields()))
                .isEqualTo("step");
    }
}
