package dev.genci.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts read variables in place of expressions, and those that only install nox are known. */
class ScriptTest {
    @Test
    void expressionsAreVariables() {
        assertThat(Script.of("echo \"${{ github.ref }}\" ${{ env.LEVEL }} ${{row.os}} ${{ 3 }}"))
                .isEqualTo(new Script(
                        "echo \"${THE_GITHUB_REF}\" ${LEVEL} ${ROW_OS} ${THE_3}",
                        Map.of(
                                "THE_GITHUB_REF", Value.of("${{ github.ref }}"),
                                "ROW_OS", Value.of("${{ row.os }}"),
                                "THE_3", Value.of("${{ 3 }}"))));
    }

    @Test
    void namesThatDifferOnlyInWhatNoVariableHasStayApart() {
        assertThat(Script.of("a ${{ row.a-b }} ${{ row.a_b }} ${{ row.a-b }}"))
                .isEqualTo(new Script(
                        "a ${ROW_A_B} ${ROW_A_B_2} ${ROW_A_B}",
                        Map.of(
                                "ROW_A_B", Value.of("${{ row.a-b }}"),
                                "ROW_A_B_2", Value.of("${{ row.a_b }}"))));
    }

    @Test
    void betweenSingleQuotesThereAreNone() {
        assertThat(Script.of("echo '${{ github.ref }}'")).isNull();
        assertThat(Script.of("echo 'a' ${{ github.ref }}")).isNotNull();
        assertThat(Script.of("it's\necho ${{ github.ref }}")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pip install nox",
                "python -m pip install --upgrade pip\npip install 'nox[uv]==2025.5.1'",
                "pipx install nox && nox --version",
                "# what CI needs\nuv tool install nox",
                "pip install -c constraints.txt nox",
                "python3 -m pip install --constraint=a.txt pip setuptools wheel nox; pip --version",
            })
    void whatOnlyInstallsNoxIsNotNeeded(String script) {
        assertThat(Script.nox(script)).isEqualTo(new Script.Installed(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pip install nox poetry",
                "pip install -r requirements.txt nox",
                "pip install --upgrade pip",
                "pip install nox\n./configure",
                "pip install -e . nox",
                "npm install nox",
                "",
            })
    void whatDoesMoreIs(String script) {
        assertThat(Script.nox(script)).isNull();
    }

    @Test
    void plugInsAreNamed() {
        assertThat(Script.nox("pipx install nox\npipx inject nox nox-poetry==1.2"))
                .isEqualTo(new Script.Installed(Set.of("nox-poetry==1.2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a && b;a,b",
                "a && (b || c);a,(b || c)",
                "a || b && c;a || b && c",
                "a == 'x && y' && b;a == 'x && y',b",
                "f(a && b);f(a && b)",
                "a;a",
            })
    void aConditionHasTerms(String condition, String terms) {
        assertThat(Terms.of(condition)).containsExactly(terms.split(","));
    }
}
