package dev.genci.noxfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name in the listing says, and which arguments of {@code nox -s} select it. */
class NoxSessionTest {
    private static NoxSession session(String session, String name, @Nullable String python) {
        return new NoxSession(session, name, "", python, true, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tests | tests | | false | ``",
                "tests | tests | 3.12 | false | ``",
                "tests-3.12 | tests | 3.12 | true | ``",
                "tests-3.12(a='b') | tests | 3.12 | true | (a='b')",
                "tests(a='b') | tests | 3.12 | false | (a='b')",
                "tests-3.12.1 | tests | 3.12 | false | -3.12.1",
                "other | tests | | false | ``",
            })
    void partsOfAName(String session, String name, @Nullable String python, boolean lists, String parameters) {
        assertThat(session(session, name, python).listsPython()).isEqualTo(lists);
        assertThat(session(session, name, python).parameters()).isEqualTo(parameters);
    }

    /** As real nox does: each row was tried with nox 2026.10.20. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tests | tests | | tests | true",
                "tests | tests | | tests-3.12 | false",
                "tests | tests | 3.12 | tests-3.12 | true",
                "tests | tests | 3.12 | tests-3.13 | false",
                "tests-3.12 | tests | 3.12 | tests | true",
                "tests-3.12 | tests | 3.12 | tests-3.12 | true",
                "t(a='b', c=1) | t | | t | true",
                "t(a='b', c=1) | t | | t(a='b', c=1) | true",
                "t(a='b', c=1) | t | | t(a=\"b\",c = 1) | true",
                "t(a='b', c=1) | t | | t(a='b') | false",
                "t(a='b') | t | 3.12 | t-3.12 | true",
                "t(a='b') | t | 3.12 | t-3.12(a=\"b\") | true",
                "t-3.12(a='b') | t | 3.12 | t(a='b') | false",
                "t-3.12(a='b') | t | 3.12 | t-3.12 | true",
            })
    void selectors(String session, String name, @Nullable String python, String selector, boolean selects) {
        assertThat(session(session, name, python).answersTo(selector)).isEqualTo(selects);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "( a = \"b c\" , d=1 ) | (a='b c',d=1)",
                "(a='it\\'s') | (a='it\\'s')",
                "(a=\"it's\") | (a='it's')",
                "a b | a b",
                "` a b ` | ab",
                "(a='\\ | (a='\\",
            })
    void oneForm(String text, String form) {
        assertThat(NoxSession.asPython(text)).isEqualTo(form.equals("ab") ? "a b" : form);
    }
}
