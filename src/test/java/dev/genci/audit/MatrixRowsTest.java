package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.source.SourceFile;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Workflow;
import dev.genci.workflow.WorkflowReader;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a matrix, with the examples of GitHub's manual among them. */
class MatrixRowsTest {
    private static Settings settings(String text) {
        Workflow read = WorkflowReader.read(new SourceFile("ci.yml", text)).value();
        return read == null ? Settings.of(null) : read.settings();
    }

    private static MatrixRows matrix(String matrix) {
        return MatrixRows.of(settings("strategy: {matrix: " + matrix + "}"));
    }

    private static List<String> rows(String matrix) {
        return matrix(matrix).rows().stream()
                .map(row -> {
                    TreeMap<String, String> sorted = new TreeMap<>();
                    row.forEach((key, value) -> sorted.put(key, value.text()));
                    return sorted.toString();
                })
                .toList();
    }

    @Test
    void allCombinationsInTheirOrder() {
        assertThat(rows("{a: [1, 2], b: [x, y]}"))
                .containsExactly("{a=1, b=x}", "{a=1, b=y}", "{a=2, b=x}", "{a=2, b=y}");
    }

    @Test
    void noMatrixIsOneRow() {
        assertThat(rows("{}")).containsExactly("{}");
        assertThat(matrix("").unknown()).isNotNull();
        assertThat(MatrixRows.of(settings("a: b")).rows()).hasSize(1);
        assertThat(rows("{a: []}")).isEmpty();
    }

    @Test
    void excludedAreThoseThatHaveAllValues() {
        assertThat(rows("{a: [1, 2], b: [x, y], exclude: [{a: 1}, {b: y, a: 2}, {c: 3}, {a: 2, c: 3}]}"))
                .containsExactly("{a=2, b=x}");
        assertThat(rows("{a: [{n: 1, m: 2}, {n: 2}], exclude: [{a: {n: 1}}]}")).hasSize(1);
    }

    @Test
    void includedAddOrAreRowsOfTheirOwn() {
        assertThat(rows("{fruit: [apple, pear], animal: [cat, dog], include: [{color: green},"
                        + " {color: pink, animal: cat}, {fruit: apple, shape: circle}, {fruit: banana},"
                        + " {fruit: banana, animal: cat}]}"))
                .containsExactly(
                        "{animal=cat, color=pink, fruit=apple, shape=circle}",
                        "{animal=dog, color=green, fruit=apple, shape=circle}",
                        "{animal=cat, color=pink, fruit=pear}",
                        "{animal=dog, color=green, fruit=pear}",
                        "{fruit=banana}",
                        "{animal=cat, fruit=banana}");
        assertThat(rows("{include: [{a: 1}, {a: 2}]}")).containsExactly("{a=1}", "{a=2}");
    }

    @Test
    void expressionsThatNeedNoRunAreKnown() {
        assertThat(rows("{a: \"${{ fromJSON('[1, 2]') }}\", b: [\"${{ 'x' }}\"]}"))
                .containsExactly("{a=1, b=x}", "{a=2, b=x}");
        MatrixRows included = matrix("{include: \"${{ fromJSON('[{\\\"a\\\": 1}]') }}\"}");
        assertThat(included.unknown()).isNull();
        assertThat(included.rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"${{ fromJSON(needs.a.outputs.m) }}\"",
                "{a: \"${{ fromJSON(needs.a.outputs.m) }}\"}",
                "{a: [\"${{ inputs.x }}\", 1]}",
                "{a: [\"x-${{ inputs.x }}\"]}",
                "{a: text}",
                "{a: [1], include: \"${{ fromJSON(needs.a.outputs.m) }}\"}",
                "{a: [1], include: [\"${{ fromJSON(needs.a.outputs.m) }}\"]}",
                "{a: [1], exclude: \"${{ fromJSON(needs.a.outputs.m) }}\"}",
            })
    void whatOnlyARunKnowsIsSaid(String matrix) {
        assertThat(matrix(matrix).unknown()).isNotNull();
    }

    @Test
    void thereAreNoMoreRowsThanForgesMake() {
        String twenty = "[" + "x, ".repeat(19) + "x]";
        assertThat(rows("{a: " + twenty + ", b: " + twenty + "}")).hasSize(256);
    }
}
