package dev.genci.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A part of all hostile texts at every place; {@code conformance/fuzz} tries all of them. */
class HostileValuesTest {
    @Test
    void aHostileTextIsAnErrorAtItsPlaceOrJustText() throws IOException {
        HostileValues values = new HostileValues(90);
        assertThat(values.faults()).isEmpty();
        assertThat(values.tried()).isGreaterThan(600);
    }

    @Test
    void everyPlaceOfTheSchemaIsThere() throws IOException {
        assertThat(HostileValues.places())
                .extracting(TextPlace::path)
                .hasSizeGreaterThan(190)
                .contains("name", "sessions.{}", "sessions.*.tags.[]", "defaults.env.*", "sessions.*.after.[].with.{}");
    }

    /** The comparison can fail. */
    @Test
    void aTextThatBecomesAnotherOneIsFound() {
        Map<String, Object> before = Map.of("a", List.of("x", "the marker, twice: marker"));
        assertThat(compare(before, Map.of("a", List.of("x", "the $1, twice: $1"))))
                .isEmpty();
        assertThat(compare(before, Map.of("a", List.of("x", "the $1, twice: 1"))))
                .contains("twice");
        assertThat(compare(before, Map.of("a", List.of("x")))).startsWith(".a:");
        assertThat(compare(before, Map.of("b", List.of("x", "the $1, twice: $1"))))
                .contains("keys");
        assertThat(compare(Map.of("a", "marker"), Map.of("a", "1"))).contains("nowhere");
        assertThat(compare(Map.of("a", 1), Map.of("a", "1"))).startsWith(".a:");
    }

    private static String compare(Object before, Object after) {
        return new Substitution("marker", "$1").compare(before, after);
    }
}
