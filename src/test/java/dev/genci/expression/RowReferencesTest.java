package dev.genci.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in place of a row's fields, wherever they are read. */
class RowReferencesTest {
    /** As a job says them: a value, what a matrix gives, and what is made of it. */
    private static final Map<String, String> VALUES = Map.of(
            "os", "it's {0}",
            "python", "${{ matrix.python }}",
            "session", "tests-${{ matrix.python }}{${{ matrix['a'] }}}",
            "label", "${{ !vars.RUNNER }}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no expression, row.os | no expression, row.os",
                "${{ github.ref }} narrow | ${{ github.ref }} narrow",
                "a ${{ row.os }} b ${{row['os']}} | a it's {0} b it's {0}",
                "${{ row.python }}-${{ github.ref }} | ${{ matrix.python }}-${{ github.ref }}",
                "${{ row.session }} | tests-${{ matrix.python }}{${{ matrix['a'] }}}",
                "${{ row.os == 'a' }} | ${{ 'it''s {0}' == 'a' }}",
                "${{ row.python == 'a' && Row.os }} | ${{ matrix.python == 'a' && 'it''s {0}' }}",
                "${{ (row.python) }} | ${{ (matrix.python) }}",
                "${{ contains(row.session, row.label) }} | ${{ contains(format('tests-{0}{{{1}}}', matrix.python, matrix['a']), (!vars.RUNNER)) }}",
            })
    void aTextIsFilled(String text, String filled) {
        assertThat(RowReferences.filled(text, false, VALUES::get)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "failure() && row.os == 'a' | failure() && 'it''s {0}' == 'a'",
                "${{ row.python == 'a' }} | ${{ matrix.python == 'a' }}",
                "failure() | failure()",
            })
    void aConditionIsFilled(String text, String filled) {
        assertThat(RowReferences.filled(text, true, VALUES::get)).isEqualTo(filled);
    }

    @Test
    void onlyWhatIsReadFieldByFieldCanBeFilled() {
        assertThat(RowReferences.isSound("a ${{ row.os }} ${{ github.ref }}")).isTrue();
        assertThat(RowReferences.isSound("${{ toJSON(row) }}")).isFalse();
        assertThat(RowReferences.isSound("${{ row.os.a }}")).isFalse();
        assertThat(RowReferences.isSound("${{ row.")).isFalse();
    }

    @Test
    void whatTheAnalysisRefusesIsABug() {
        assertThatIllegalStateException().isThrownBy(() -> RowReferences.filled("${{ row. }}", false, VALUES::get));
        assertThatIllegalStateException()
                .isThrownBy(() -> RowReferences.filled("${{ row.os == 1 }}", false, field -> "${{"));
    }
}
