package dev.genci.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.genci.data.Value;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which uploads a download means, by names and patterns. */
class ArtifactsTest {
    private static boolean answers(String pattern, String... names) {
        return new Artifacts.Upload(Set.of(names), Value.fields(), "").answers(pattern);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-* | a-1 | true",
                "a-* | b-1 | false",
                "* | b-1 | true",
                "a-1 | a-* | true",
                "{a,b}-* | b-1 | true",
                "{a,b}-* | c-1 | false",
                "{a,b}-{1,2} | b-* | true",
                "{a}-* | a-1 | false",
                "a.b | aXb | false"
            })
    void namesAndPatterns(String pattern, String name, boolean answers) {
        assertThat(answers(pattern, name)).isEqualTo(answers);
    }

    @Test
    void noPatternTakesForever() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(answers("{a,b}".repeat(1_000), "cov")).isTrue();
            assertThat(answers("*a".repeat(1_000) + "b", "a".repeat(2_000))).isFalse();
        });
    }
}
