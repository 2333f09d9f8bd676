package dev.genci.lower.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Value;
import dev.genci.pipeline.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowTextsTest {
    private final RowTexts texts = new RowTexts(field -> "${{ matrix." + field + " }}");

    @Test
    void textsInListsReadTheirRow() {
        assertThat(filled("args", Value.texts(List.of("a", "${{ row.python }}"))))
                .isEqualTo(Value.texts(List.of("a", "${{ matrix.python }}")));
    }

    @Test
    void aConditionThatIsNoTextStaysAsItIs() {
        assertThat(filled("if", Value.of(true))).isEqualTo(Value.of(true));
        assertThat(filled("if", Value.of("row.python == 'x'"))).isEqualTo(Value.of("matrix.python == 'x'"));
    }

    private Value filled(String key, Value value) {
        Step.Custom step = (Step.Custom) texts.filled(new Step.Custom(new Value.Fields(Map.of(key, value))));
        return Objects.requireNonNull(step.fields().fields().get(key));
    }
}
