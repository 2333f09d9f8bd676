package dev.genci.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parameters are all combinations of axes, so that the manifest gives nox's names back. */
class FoldingTest {
    @Test
    void allCombinationsAreAxes() {
        assertThat(Folding.axes(List.of("a='1', b='x y'", "a='1', b='z'", "a='2', b='x y'", "a='2', b='z'")))
                .containsExactly(Map.entry("a", Set.of("1", "2")), Map.entry("b", Set.of("x y", "z")));
    }

    /** Texts are separated by a bar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1|a=2",
                "a='1'|a=None",
                "a=\"1\"",
                "a='\\n'",
                "a='1' , b='2'",
                "check|fix",
                "a='1'|other",
                "a='1', b='1'|a='1', b='2'|a='2', b='1'",
                "a='1'|a='2', b='1'",
                "a='1'|b='1'",
            })
    void otherParametersAreNot(String texts) {
        assertThat(Folding.axes(List.of(texts.split("\\|", -1)))).isEmpty();
    }

    @Test
    void noneHaveNoAxes() {
        assertThat(Folding.axes(List.of())).isEmpty();
    }

    /** More than can be counted. */
    @Test
    void manyAxesOfOneTextEach() {
        StringBuilder first = new StringBuilder("p0='0'");
        for (int i = 1; i < 70; i++) {
            first.append(", p").append(i).append("='0'");
        }
        String second = first.toString().replace("'0'", "'1'");
        assertThat(Folding.axes(List.of(first.toString()))).hasSize(70);
        assertThat(Folding.axes(List.of(first.toString(), second))).isEmpty();
    }
}
