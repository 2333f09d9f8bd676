package dev.genci.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.manifest.Located;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import org.junit.jupiter.api.Test;

/** A part of a scalar is found in the line, or nothing is guessed. */
class InsideTest {

    /** Where "part" stands, as {@code column+length}, in a scalar that begins at column 4 and is so long as written. */
    private static String place(String line, int written, String value, String part) {
        return place(line, written, value, value.indexOf(part), part.length());
    }

    private static String place(String line, int written, String value, int start, int length) {
        Place whole = new Place(new SourceFile("sessions.yaml", line), 1, 4, written);
        Place found = Inside.of(new Located<>(value, whole), start, length);
        return found.column() + "+" + found.length();
    }

    @Test
    void inAPlainScalarAndInQuotes() {
        assertThat(place("a: one two", 7, "one two", "two")).isEqualTo("8+3");
        assertThat(place("a: \"one two\"", 9, "one two", "two")).isEqualTo("9+3");
        assertThat(place("a: 'one two'", 9, "one two", "two")).isEqualTo("9+3");
    }

    @Test
    void behindAnEscapeIfNothingElseCouldBeMeant() {
        assertThat(place("a: \"\\u0041 two\"", 12, "A two", "two")).isEqualTo("12+3");
        assertThat(place("a: 'it''s two'", 11, "it's two", "two")).isEqualTo("11+3");
    }

    @Test
    void notWhereItIsThereTwice() {
        assertThat(place("a: \"\\u0041 two two\"", 16, "A two two", "two")).isEqualTo("4+16");
    }

    @Test
    void notBehindTheScalar() {
        assertThat(place("a: \"\\u0041\" # two", 8, "two", "two")).isEqualTo("4+8");
    }

    @Test
    void notWhereAnEscapeHidesIt() {
        assertThat(place("a: \"\\u0074wo\"", 10, "two", "two")).isEqualTo("4+10");
    }

    @Test
    void notInATextOfSeveralLines() {
        assertThat(place("a: \"one\\ntwo\"", 10, "one\ntwo", "two")).isEqualTo("4+10");
        assertThat(place("a: \"\\u0041 two", 11, "A two more", "two")).isEqualTo("4+11");
        assertThat(place("a: one two", 7, "other two", "two")).isEqualTo("4+7");
        assertThat(place("a: \"", 1, "two", "two")).isEqualTo("4+1");
    }

    @Test
    void notWhereThereIsNothingOfIt() {
        assertThat(place("a: one", 3, "one", 1, 0)).isEqualTo("4+3");
        assertThat(place("a:", 1, "one", "one")).isEqualTo("4+1");
    }
}
