package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an expression, and what it reads and calls. */
class ExpressionTest {
    private static Expression parse(String text) {
        try {
            return Expression.parse(text);
        } catch (Expression.Malformed malformed) {
            throw new AssertionError(malformed.problem(), malformed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.ref == 'refs/heads/main'",
                "!github.event.pull_request.draft",
                "! ! vars.a",
                "vars.a!='x'",
                "(a.b || c.d) && !(e.f)",
                "github.event['x-y'].z[0].*",
                "github.event.labels[*].name",
                "github.event.labels.*.name",
                "needs . a . result == 'it''s'",
                "contains(fromJSON('[1, 2]'), 3)",
                "hashFiles()",
                "format('{0}', github.sha)[0]",
                "1 < 2 && -1 >= +0.5 || .5 <= 0x1f || 1e-3 > 2",
                "NaN == Infinity || null != true",
                "a-b_c1.d2",
                "Vars.A",
                "'}}' == github.actor",
                "x9.a0 == A.Z && zA.aZ != z_.y",
                "1e+3 == 9 || 0o17 > 90 || 0xaF < 1.",
                "f(1) && a",
            })
    void expressionsAreRead(String text) {
        assertThat(parse(text).text()).isEqualTo(text);
        assertThat(parse("  ${{  " + text + " }} ").text()).isEqualTo(text);
    }

    @Test
    void contextsAndFunctionsAreNoted() {
        Expression expression = parse("Contains(GitHub.ref, vars[inputs.name]) && toJSON(needs.a) || true && x.always");
        assertThat(expression.functions()).containsExactly("contains", "tojson");
        assertThat(expression.contexts()).containsExactly("github", "vars", "inputs", "needs", "x");
        assertThat(parse("'always()' == success ()").functions()).containsExactly("success");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a &&              | ends too early",
                "(a                | ends too early",
                "a.                | ends too early",
                "a[0               | ends too early",
                "f(a               | ends too early",
                "!                 | ends too early",
                "${{ }}            | ends too early",
                "a b               | cannot be read from here on: b",
                "a = 'x'           | cannot be read from here on: =",
                "a == \"x\"        | cannot be read from here on: \"x\"",
                "a.(b)             | cannot be read from here on: (b)",
                "f(a,)             | cannot be read from here on: )",
                "a)                | cannot be read from here on: )",
                "a[0)              | cannot be read from here on: )",
                "a.9               | cannot be read from here on: 9",
                "-x                | cannot be read from here on: -x",
                "1 == --1          | cannot be read from here on: --1",
                "1e                | cannot be read from here on: 1e",
                "0xg               | cannot be read from here on: 0xg",
                "1.2.3             | cannot be read from here on: 1.2.3",
                ".                 | cannot be read from here on: .",
                "0o8               | cannot be read from here on: 0o8",
                "@                 | cannot be read from here on: @",
                "{a}               | cannot be read from here on: {a}",
                "[a]               | cannot be read from here on: [a]",
                "a == 'x           | is not closed",
                "'it''s            | is not closed",
                "${{ a             | is not closed",
                "${{ 'a }}         | is not closed",
                "${{ a }} && b     | only a part",
                "a && ${{ b }}     | only a part",
            })
    void mistakesAreToldWhereTheyStand(String text, String problem) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOfSatisfying(Expression.Malformed.class, malformed -> {
                    assertThat(malformed.problem()).contains(problem);
                    assertThat(malformed.help()).isNotEmpty();
                });
    }

    @Test
    void quotesOfTheWrongKindAreExplained() {
        assertThatThrownBy(() -> Expression.parse("a == \"x\""))
                .isInstanceOfSatisfying(Expression.Malformed.class, malformed -> assertThat(malformed.help())
                        .contains("single quotes"));
    }

    @Test
    void nestingHasALimit() {
        parse("(".repeat(49) + "a" + ")".repeat(49));
        assertThatThrownBy(() -> Expression.parse("(".repeat(50) + "a" + ")".repeat(50)))
                .isInstanceOfSatisfying(Expression.Malformed.class, malformed -> assertThat(malformed.problem())
                        .contains("nested too deeply"));
        // Beside each other there is no limit.
        parse("(a) && " + "(a) && ".repeat(100) + "a");
    }
}
