package dev.genci.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions as tags spell them. */
class ActionVersionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "v7",
                "7",
                "v7.0",
                "v7.0.1",
                "v7.0.1-RC.2",
                "v7-Z",
                "v1.2.3+a-b.Z9",
                "v1.2.3.4",
                "v1.x",
                "123456789"
            })
    void aVersionIsUpToThreeNumbersAndASuffix(String version) {
        assertThat(ActionVersion.isWellFormed(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v",
                "V7",
                "main",
                "v7.",
                "v7-",
                "v7.-a",
                "v7_1",
                "v7.0.1 ",
                "v7.0.1-a b",
                "v7-a\nb",
                "v7-a#b",
                "v7-a{b",
                "v7-[",
                "v7-ä",
                "v7-aä",
                "1234567890"
            })
    void whatElseATagMayBeIsNone(String version) {
        assertThat(ActionVersion.isWellFormed(version)).isFalse();
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        assertThat(ActionVersion.compare("v7", "7.0.0")).isZero();
        assertThat(ActionVersion.compare("v10", "v9.9.9")).isPositive();
        assertThat(ActionVersion.compare("v1.2.3", "v1.10")).isNegative();
        assertThat(ActionVersion.compare("v1.2.3-rc.1", "v1.2.3-rc.2")).isNegative();
    }

    /** A suffix may be a date and a time, with as many digits as somebody likes. */
    @Test
    void aNumberThatIsTooLongCountsAsNone() {
        assertThat(ActionVersion.compare("v1-99999999999999999", "v1")).isPositive();
        assertThat(ActionVersion.compare("v1-99999999999999999999", "v1")).isZero();
    }

    @Test
    void theMajorIsTheFirstNumber() {
        assertThat(ActionVersion.major("v12.3")).isEqualTo(12);
        assertThat(ActionVersion.major("4")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "v7.0.1, 7.0.1",
        "07.00.01, 7.0.1",
        "v0, 0",
        "v10.0.20, 10.0.20",
        "v7.0.1+build.5, 7.0.1",
        "v7.0.1-rc.01, 7.0.1-rc.1",
        "v2024.01.05, 2024.1.5",
        "v1.x00, 1.x00",
        "v7, 7"
    })
    void oneVersionHasOneCanonicalSpelling(String version, String canonical) {
        assertThat(ActionVersion.canonical(version)).isEqualTo(canonical);
    }
}
