package dev.genci.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a forge makes of a matrix. */
class MatrixTest {
    private static final Value A = Value.of("a");
    private static final Value B = Value.of("b");
    private static final Value X = Value.of("x");
    private static final Value Y = Value.of("y");

    private static Map<String, List<Value>> axes() {
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        axes.put("python", List.of(A, B));
        axes.put("os", List.of(X, Y));
        return axes;
    }

    @Test
    void axesAreAllTheirCombinations() {
        Matrix matrix = new Matrix.Axes(axes(), List.of());
        assertThat(matrix.rows())
                .containsExactly(
                        Map.of("python", A, "os", X),
                        Map.of("python", A, "os", Y),
                        Map.of("python", B, "os", X),
                        Map.of("python", B, "os", Y));
        assertThat(matrix.value().fields().keySet()).containsExactly("python", "os");
    }

    /** An item with values of the axes goes to the combinations that have them, one that fits none is a row. */
    @Test
    void includeAddsFieldsOrRows() {
        Value title = Value.of("T");
        Matrix matrix = new Matrix.Axes(
                axes(),
                List.of(
                        Map.of("os", X, "title", title),
                        Map.of("python", Value.of("c"), "os", X),
                        Map.of("python", A, "os", Value.of("z"))));
        assertThat(matrix.rows())
                .containsExactly(
                        Map.of("python", A, "os", X, "title", title),
                        Map.of("python", A, "os", Y),
                        Map.of("python", B, "os", X, "title", title),
                        Map.of("python", B, "os", Y),
                        Map.of("python", Value.of("c"), "os", X),
                        Map.of("python", A, "os", Value.of("z")));
        assertThat(matrix.value().fields().keySet()).containsExactly("python", "os", "include");
    }

    @Test
    void aListIsItsRowsAndNoMatrixIsOneWithoutFields() {
        List<Map<String, Value>> rows = List.of(Map.of("os", X), Map.of("os", Y));
        assertThat(new Matrix.Rows(rows).rows()).isEqualTo(rows);
        assertThat(new Matrix.Rows(rows).value().fields().keySet()).containsExactly("include");
        assertThat(new Matrix.None().rows()).containsExactly(Map.of());
        assertThat(new Matrix.None().value().isEmpty()).isTrue();
    }
}
