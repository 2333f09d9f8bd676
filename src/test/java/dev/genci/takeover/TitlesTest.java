package dev.genci.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One text gives all rows the names that they had, or there is none. */
class TitlesTest {
    private static Map<String, String> row(String python, String os) {
        return Map.of("row.python", python, "row.os", os, "row.session", "t-" + python);
    }

    @Test
    void valuesAreFoundInTheNames() {
        assertThat(Titles.common(
                        List.of("T 3.1 on ubuntu", "T 3.10 on windows"),
                        List.of(row("3.1", "ubuntu"), row("3.10", "windows"))))
                .isEqualTo("T ${{ row.python }} on ${{ row.os }}");
    }

    @Test
    void theSessionIsTakenFirst() {
        assertThat(Titles.common(List.of("t-3.12", "t-3.13"), List.of(row("3.12", "x"), row("3.13", "x"))))
                .isEqualTo("${{ row.session }}");
    }

    @Test
    void withoutTheSessionWhereItOnlyLooksLikeIt() {
        assertThat(Titles.common(
                        List.of("t-3.12 of 3.12", "t-3.13 of 3.13"),
                        List.of(
                                Map.of("row.python", "3.12", "row.session", "t-3.12"),
                                Map.of("row.python", "3.13", "row.session", "s-3.13"))))
                .isEqualTo("t-${{ row.python }} of ${{ row.python }}");
    }

    @Test
    void otherNamesHaveNoCommonText() {
        assertThat(Titles.common(
                        List.of("Linux 3.12", "Mac 3.12"), List.of(row("3.12", "ubuntu"), row("3.12", "macos"))))
                .isNull();
    }

    @Test
    void equalNamesAreNoNames() {
        assertThat(Titles.common(List.of("T", "T"), List.of(row("3.12", "x"), row("3.13", "x"))))
                .isNull();
    }
}
