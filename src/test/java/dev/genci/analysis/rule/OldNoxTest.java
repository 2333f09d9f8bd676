package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.testing.Manifests;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first release with the option is new enough, the one before is not. */
class OldNoxTest {
    private static List<String> about(String version) {
        String rest = "nox: {version: \"" + version + "\"}\nsessions: {tests: {purpose: Run the tests}}\n";
        return Manifests.diagnostics(Manifests.withFlags(rest)).stream()
                .filter(line -> line.contains("[old-nox]"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024.3.2", "2024.3.10", "2024.4", "2024.4.15", "2025", "2026.10.20"})
    void isNewEnough(String version) {
        assertThat(about(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024.3.1", "2024.3", "2024", "2023.4.22", "0.1"})
    void isTooOld(String version) {
        assertThat(about(version)).hasSize(1);
    }
}
