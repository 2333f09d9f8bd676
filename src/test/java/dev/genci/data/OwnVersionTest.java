package dev.genci.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnVersionTest {
    @Test
    void itIsThatOfThePom() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<artifactId>gen-ci</artifactId>\n  <version>" + OwnVersion.CURRENT + "</version>");
        assertThat(OwnVersion.isWellFormed(OwnVersion.CURRENT)).isTrue();
    }

    @Test
    void threeNumbersAreAVersion() {
        assertThat(List.of("0.1.0", "10.20.30", "2026.11.28")).allMatch(OwnVersion::isWellFormed);
        assertThat(List.of(
                        "",
                        "1",
                        "1.2",
                        "1.2.3.4",
                        "v1.2.3",
                        "1.2.3rc1",
                        "1..3",
                        "1.2.",
                        "1.2.3 ",
                        "1.2.-3",
                        "1.2.0123456789",
                        "1.2.\u0663"))
                .noneMatch(OwnVersion::isWellFormed);
    }

    @Test
    void onlyTheLastNumberMeansTheSameWorkflows() {
        String minor = OwnVersion.CURRENT.substring(0, OwnVersion.CURRENT.lastIndexOf('.'));
        assertThat(OwnVersion.compareMinor(minor + ".0")).isZero();
        assertThat(OwnVersion.compareMinor(minor + ".99")).isZero();
        assertThat(OwnVersion.compareMinor("0.0.99")).isNegative();
        assertThat(OwnVersion.compareMinor("999.0.0")).isPositive();
        assertThat(OwnVersion.isNewer(OwnVersion.CURRENT)).isFalse();
        assertThat(OwnVersion.isNewer(minor + ".99")).isTrue();
    }
}
