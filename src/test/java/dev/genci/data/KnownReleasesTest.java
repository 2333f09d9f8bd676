package dev.genci.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.forge.BuiltInPins;
import dev.genci.forge.Forge;
import dev.genci.forge.Forges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table of known releases. */
class KnownReleasesTest {
    private static final Path FILE = Path.of("src/main/resources/actions/releases.txt");

    private final KnownReleases releases = new KnownReleases();

    @Test
    void aReleaseIsFoundWithAndWithoutItsPrefix() {
        String commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";
        assertThat(releases.commit("actions/checkout", "v7.0.1")).isEqualTo(commit);
        assertThat(releases.commit("actions/checkout", "7.0.1")).isEqualTo(commit);
        assertThat(releases.commit("actions/checkout", "v7")).isNull();
        assertThat(releases.commit("actions/checkout", "v7.0.1.0")).isNull();
        assertThat(releases.commit("actions/check", "v7.0.1")).isNull();
    }

    @Test
    void aCommitOfAnotherReleaseIsFoundInAnySpelling() {
        String commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";
        assertThat(releases.commit("actions/checkout", "07.00.1+x")).isEqualTo(commit);
        for (String other : List.of("v9.0.0", "v7.0.2", "v70", "v6")) {
            assertThat(releases.isOther("actions/checkout", commit, other))
                    .as(other)
                    .isTrue();
        }
        for (String same : List.of("v7.0.1", "7.0", "v7")) {
            assertThat(releases.isOther("actions/checkout", commit, same))
                    .as(same)
                    .isFalse();
        }
        assertThat(releases.isOther("actions/checkout", "0".repeat(40), "v9.0.0"))
                .isFalse();
        assertThat(releases.isOther("actions/cache", commit, "v9.0.0")).isFalse();
    }

    @Test
    void everyBuiltInPinIsAKnownRelease() {
        for (Forge forge : Forges.ALL) {
            assertThat(BuiltInPins.repositories(forge))
                    .contains("actions/upload-artifact", "actions/download-artifact")
                    .allSatisfy(action -> {
                        Pin pin = Objects.requireNonNull(BuiltInPins.pin(action, forge));
                        assertThat(releases.commit(action, pin.version()))
                                .as(action)
                                .isEqualTo(pin.sha());
                        assertThat(BuiltInPins.knows(action)).isTrue();
                    });
        }
    }

    @Test
    void everyLineIsAnActionAVersionAndACommitOnceAndInOrder() throws IOException {
        List<String> lines = Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines)
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.matches("[a-z-]+/[a-z-]+ v\\d+\\.\\d+\\.\\d+ [0-9a-f]{40}"));
        assertThat(lines.stream().map(line -> line.substring(0, line.lastIndexOf(' '))))
                .doesNotHaveDuplicates();
        for (int i = 1; i < lines.size(); i++) {
            String[] before = lines.get(i - 1).split(" ", -1);
            String[] here = lines.get(i).split(" ", -1);
            assertThat(before[0]).isLessThanOrEqualTo(here[0]);
            if (before[0].equals(here[0])) {
                assertThat(ActionVersion.compare(before[1], here[1]))
                        .as(lines.get(i))
                        .isNegative();
            }
        }
    }
}
