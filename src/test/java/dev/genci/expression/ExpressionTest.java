package dev.genci.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genci.expression.Expression.Call;
import dev.genci.expression.Expression.Literal;
import dev.genci.expression.Expression.Property;
import dev.genci.expression.Expression.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an expression, and what it reads and calls. */
class ExpressionTest {
    private static Expression parse(String text) {
        try {
            return Expression.condition(text);
        } catch (Malformed malformed) {
            throw new AssertionError(malformed.problem().message(), malformed);
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
        Expression expression =
                parse("Contains(GitHub.ref, vars[inputs.name]) && toJSON(needs['a-b'].x) || true && x.*");
        assertThat(expression.calls()).containsExactly(new Call("Contains", 0, 2), new Call("toJSON", 43, 1));
        assertThat(expression.reads())
                .containsExactly(
                        new Read("GitHub", 9, List.of(new Property("ref", 16, 19)), false, false),
                        new Read("vars", 21, List.of(), true, true),
                        new Read("inputs", 26, List.of(new Property("name", 33, 37)), false, false),
                        new Read(
                                "needs",
                                50,
                                List.of(new Property("a-b", 57, 62), new Property("x", 63, 64)),
                                false,
                                false),
                        new Read("x", 77, List.of(), true, false));
        assertThat(parse("'always()' == success ()").calls()).containsExactly(new Call("success", 14, 0));
        assertThat(parse("f(g(h(1, 2), 3), a['b'], -1)").calls())
                .containsExactly(new Call("f", 0, 3), new Call("g", 2, 2), new Call("h", 4, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "needs[format(1)], true",
        "needs [ a.b ].c, true",
        "needs[('a')], true",
        "needs.a[b], false",
        "needs.*[b], false",
        "needs[ * ][b], false",
        "needs, false"
    })
    void aFirstNameThatIsComputedIsNoted(String text, boolean computed) {
        assertThat(parse(text).reads().get(0).computed()).isEqualTo(computed);
    }

    @Test
    void whatForgesWriteDifferentlyIsNoted() {
        assertThat(parse("a[ * ] == +1 && NaN != 'NaN' || x.NaN == 0x1f").literals())
                .containsExactly(
                        new Literal("*", 3), new Literal("+1", 10), new Literal("NaN", 16), new Literal("0x1f", 41));
    }

    @Test
    void positionsAreThoseOfTheWholeText() throws Malformed {
        String text = "a ${{  github.ref }}-${{vars.b}} ${{ '}}' }}";
        assertThat(Expression.all(text))
                .extracting(expression -> text.substring(expression.start()).startsWith(expression.text()))
                .containsOnly(true)
                .hasSize(3);
        assertThat(Expression.all(text).get(1).reads())
                .containsExactly(new Read(
                        "vars",
                        text.indexOf("vars"),
                        List.of(new Property("b", text.indexOf("b}}"), text.indexOf("}} ${{ '"))),
                        false,
                        false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a &&              | is incomplete",
                "(a                | is incomplete",
                "a.                | is incomplete",
                "a[0               | is incomplete",
                "f(a               | is incomplete",
                "!                 | is incomplete",
                "${{ }}            | is incomplete",
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
        assertThatThrownBy(() -> Expression.condition(text)).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.problem().message()).contains(problem);
            assertThat(malformed.problem().help()).isNotEmpty();
        });
    }

    @Test
    void quotesOfTheWrongKindAreExplained() {
        assertThatThrownBy(() -> Expression.condition("a == \"x\""))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem().help()).contains("single quotes"));
    }

    @Test
    void nestingHasALimit() {
        parse("(".repeat(49) + "a" + ")".repeat(49));
        assertThatThrownBy(() -> Expression.condition("(".repeat(50) + "a" + ")".repeat(50)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem().message()).contains("nested too deeply"));
        // Beside each other there is no limit.
        parse("(a) && " + "(a) && ".repeat(100) + "a");
    }
}
