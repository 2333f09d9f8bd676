package dev.genci.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as ids of jobs. */
class JobIdTest {
    @ParameterizedTest
    @CsvSource({
        "tests, tests",
        "Type_Check-2, Type_Check-2",
        "tests(django='4.2'), tests-django-4-2",
        "3.12, _3-12",
        "-a, _-a",
        ".a, _-a",
        "a..b, a-b",
        // Dashes of the name itself are kept.
        "a--b, a--b",
        "prüfen, pr-fen",
        "日本, _"
    })
    void whatIsIllegalBecomesADash(String name, String id) {
        assertThat(JobId.of(name)).isEqualTo(id);
    }
}
