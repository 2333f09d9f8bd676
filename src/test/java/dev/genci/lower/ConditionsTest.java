package dev.genci.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is unwrapped was looked at before: here a condition that is none is a bug, not a mistake of the manifest. */
final class ConditionsTest {
    @Test
    void takesOffTheBraces() {
        assertThat(Conditions.unwrap("${{ github.ref == 'refs/heads/main' }}"))
                .isEqualTo("github.ref == 'refs/heads/main'");
        assertThat(Conditions.unwrap(" github.actor ")).isEqualTo("github.actor");
    }

    @Test
    void failsOnWhatTheAnalysisRefuses() {
        assertThatThrownBy(() -> Conditions.unwrap("${{ a }} && b")).isInstanceOf(IllegalStateException.class);
    }
}
