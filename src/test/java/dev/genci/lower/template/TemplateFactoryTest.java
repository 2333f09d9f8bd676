package dev.genci.lower.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is unwrapped was looked at before: here a condition that is none is a bug, not a mistake of the manifest. */
final class TemplateFactoryTest {
    @Test
    void takesOffTheBraces() {
        assertThat(TemplateFactory.expression("${{ github.ref == 'refs/heads/main' }}"))
                .isEqualTo("github.ref == 'refs/heads/main'");
        assertThat(TemplateFactory.expression(" github.actor ")).isEqualTo("github.actor");
    }

    @Test
    void failsOnWhatTheAnalysisRefuses() {
        assertThatThrownBy(() -> TemplateFactory.expression("${{ a }} && b")).isInstanceOf(IllegalStateException.class);
    }
}
