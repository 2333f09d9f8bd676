package dev.genci.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression is worth before a run, by the rules that GitHub documents. */
class EvaluatorTest {
    private static Content scope() {
        Content matrix = new Content.Context(
                Map.of(
                        "os",
                        new Content.Text("Linux"),
                        "py",
                        new Content.Numeral(3.1),
                        "slow",
                        new Content.Truth(false)),
                true);
        return new Content.Context(Map.of("matrix", matrix), false);
    }

    private static Content value(String expression) {
        return Evaluator.value(expression, scope());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "'it''s' => it's",
                "42 => 42",
                "-1.50 => -1.5",
                "0x1F => 31",
                "0o17 => 15",
                "true => true",
                "null => ``",
                "matrix.os => Linux",
                "MATRIX['OS'] => Linux",
                "matrix.py => 3.1",
                "matrix.none => ``",
                "matrix.os == 'linux' => true",
                "matrix.os != 'linux' => false",
                "matrix.py == '3.10' => true",
                "matrix.slow == 0 => true",
                "null == 0 => true",
                "true == 1 => true",
                "'x' == 1 => false",
                "1 == 1 => true",
                "!matrix.slow => true",
                "!!'x' => true",
                "!'' => true",
                "matrix.slow && 'a' || 'b' => b",
                "matrix.os && 'a' || 'b' => a",
                "(matrix.slow || 'x') == 'X' => true",
                "github.ref && '' => ``",
                "github.ref && false || 'c' => c",
                "0 || 'zero' => zero",
                "contains('Hello', 'ELL') => true",
                "contains(fromJSON('[\"a\", \"B\"]'), 'b') => true",
                "contains(fromJSON('[\"a\"]'), 'b') => false",
                "startsWith('Linux', 'lin') && endsWith('Linux', 'UX') => true",
                "format('{0}-{1}', 'a', 2) => a-2",
                "format('{{0}}') => {0}",
                "case(endsWith('a', 'b'), 'one', true, 'two', 'three') => two",
                "case(false, 'one', 'rest') => rest",
                "join(fromJSON('[\"a\", 2]'), '-') => a-2",
                "join(fromJSON('[\"a\", true]')) => a,true",
                "fromJSON('{\"a\": {\"b\": [1, 2]}}').a.b[1] => 2",
                "fromJSON('{\"a\": 1}').c => ``",
                "fromJSON('[1]')[7] => ``",
                "fromJSON('3') => 3",
            })
    void known(String expression, String expected) {
        assertThat(value(expression).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.ref",
                "github.ref == 'x'",
                "!github.ref",
                "github.ref || 'x'",
                "github.ref && 'x'",
                "matrix[github.ref]",
                "matrix.*",
                "matrix[*]",
                "1 < 2",
                "2 >= 1",
                "hashFiles('x')",
                "success()",
                "format('{0}', github.ref)",
                "case('x', 'one', 'rest')",
                "case(true, github.ref, 'rest')",
                "case()",
                "format('{9}', 'a')",
                "format('{x}', 'a')",
                "format('{', 'a')",
                "format()",
                "startsWith('a')",
                "contains('a')",
                "join()",
                "join('a', 'b')",
                "join(fromJSON('[[1]]'))",
                "fromJSON('')",
                "fromJSON('[')",
                "fromJSON(fromJSON('[1]'))",
                "fromJSON('[1]') == fromJSON('[1]')",
                "'open",
                "(1",
                "1 2",
                "",
                "&&",
                "contains('a', 'b'",
                "matrix[0",
                "matrix.",
                "'x'.y",
            })
    void unknown(String expression) {
        assertThat(value(expression).text()).isNull();
    }

    @Test
    void whatIsTooLongOrTooDeepIsUnknown() {
        assertThat(value("'" + "x".repeat(30_000) + "'").isKnown()).isFalse();
        assertThat(value("(".repeat(60) + "1" + ")".repeat(60)).isKnown()).isFalse();
        assertThat(value("(".repeat(40) + "1" + ")".repeat(40)).text()).isEqualTo("1");
        String big = "join(fromJSON('[" + "\"" + "y".repeat(5_000) + "\"]'))";
        assertThat(value("format('" + "{0}".repeat(40) + "', " + big + ")").isKnown())
                .isFalse();
    }

    @Test
    void conditionsAreTrueUnlessKnownToBeFalse() {
        assertThat(Template.mayBeTrue("", scope())).isTrue();
        assertThat(Template.mayBeTrue("matrix.slow", scope())).isFalse();
        assertThat(Template.mayBeTrue("${{ matrix.slow }}", scope())).isFalse();
        assertThat(Template.mayBeTrue("${{ matrix.slow }} text", scope())).isTrue();
        assertThat(Template.mayBeTrue("matrix.slow && always()", scope())).isFalse();
        assertThat(Template.mayBeTrue("always() && matrix.slow", scope())).isFalse();
        assertThat(Template.mayBeTrue("failure()", scope())).isTrue();
    }

    @Test
    void textsWithExpressions() {
        assertThat(Template.text("a ${{ matrix.os }} b ${{ '}}' }}", scope())).isEqualTo("a Linux b }}");
        assertThat(Template.text("a ${{ github.ref }}", scope())).isNull();
        assertThat(Template.text("a ${{ matrix.os", scope())).isNull();
        assertThat(Template.partly("${{ matrix.os }}-${{ github.ref }}-${{ x", scope()))
                .isEqualTo("Linux-${{ github.ref }}-${{ x");
    }
}
