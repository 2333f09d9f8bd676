package dev.genci.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.golden.Case;
import dev.genci.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The cursor is a bar. A path is written with a dot before each key and brackets for an item. */
class CursorReaderTest {
    private static @Nullable Cursor at(String text) {
        int offset = text.indexOf('¦');
        return CursorReader.at(new SourceFile("", text.substring(0, offset) + text.substring(offset + 1)), offset);
    }

    private static String told(String text) {
        Cursor cursor = at(text);
        if (cursor == null) {
            return "nothing";
        }
        StringBuilder path = new StringBuilder();
        cursor.path().forEach(step -> path.append(step.key() == null ? "[]" : "." + step.key()));
        return (cursor.isKey() ? "key in " : "value of ") + path + " " + cursor.line() + ":" + cursor.start() + "-"
                + cursor.end() + " " + new TreeSet<>(cursor.neighbours());
    }

    @Test
    void keysAndValuesOfBlocks() {
        assertThat(told("a: 1\nb¦: 2\nc: 3\n")).isEqualTo("key in  2:1-2 [a, c]");
        assertThat(told("a: 1\n¦\nc: 3\n")).isEqualTo("key in  2:1-1 [a, c]");
        assertThat(told("a:\n  b: 1\n  ne¦\n")).isEqualTo("key in .a 3:3-5 [b]");
        assertThat(told("a:\n  ne¦\n  b: 1\n")).isEqualTo("key in .a 2:3-5 [b]");
        assertThat(told("a:\n  b: ¦\n  c: 1\n")).isEqualTo("value of .a.b 2:6-6 []");
        assertThat(told("a:\n  - x\n  - y¦z\n  - z\n")).isEqualTo("value of .a[] 3:5-7 [x, z]");
        assertThat(told("a:\n  - b: 1\n    ¦\n")).isEqualTo("key in .a[] 3:5-5 [b]");
    }

    @Test
    void keysAndValuesInBracketsAndBraces() {
        assertThat(told("a: {b: 1, ¦}\n")).isEqualTo("key in .a 1:11-11 [b]");
        assertThat(told("a: {b: 1, c¦: [x], d: {e: f}}\n")).isEqualTo("key in .a 1:11-12 [b, d]");
        assertThat(told("a: {b: [x, y¦]}\n")).isEqualTo("value of .a.b[] 1:12-13 [x]");
        assertThat(told("a: {b: [x, {c: ¦}]}\n")).isEqualTo("value of .a.b[].c 1:16-16 []");
    }

    @Test
    void textThatIsNotRightYet() {
        assertThat(told("a: {b: [x, y¦\nc: 1\n")).isEqualTo("value of .a.b[] 1:12-13 [x]");
        assertThat(told("a: [\"x y¦\nb: 1\n")).isEqualTo("value of .a[] 1:6-9 []");
        assertThat(told("a: ['x¦\n")).isEqualTo("value of .a[] 1:6-7 []");
        assertThat(told("¦")).isEqualTo("value of  1:1-1 []");
        assertThat(told("a: [}\nb: ¦\n")).isEqualTo("nothing");
    }

    @Test
    void wordsInQuotesWithPropertiesAndBeyondTheBasicPlane() {
        assertThat(told("a: [\"𝄞x¦y\", z]\n")).isEqualTo("value of .a[] 1:6-9 [z]");
        assertThat(told("a: [&n 𝄞x¦, *n]\n")).isEqualTo("value of .a[] 1:8-10 []");
        assertThat(told("\ue000: [x¦]\n")).isEqualTo("value of .\ue000[] 1:5-6 []");
    }

    @Test
    void commentsAndBlocksOfTextHoldNoWord() {
        assertThat(told("a: 1 # b¦\n")).isEqualTo("nothing");
        assertThat(told("a: |\n  b¦\n")).isEqualTo("nothing");
        assertThat(told("a: >-\n  b¦\n")).isEqualTo("nothing");
    }

    @Test
    void anyPlaceOfAnyCaseIsTold() throws IOException {
        int found = 0;
        for (String kind : List.of("ok", "err")) {
            for (Case one : Case.all(kind)) {
                Path manifest = one.folder().resolve("sessions.yaml");
                String text = new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8);
                SourceFile file = new SourceFile("", text);
                List<Integer> offsets = new ArrayList<>(List.of(0, text.length()));
                for (int offset = 7; offset < Math.min(text.length(), 2_000); offset += 101) {
                    offsets.add(offset);
                }
                for (int offset : offsets) {
                    Cursor cursor = CursorReader.at(file, offset);
                    if (cursor != null) {
                        found++;
                        assertThat(cursor.start()).isLessThanOrEqualTo(cursor.end());
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }
}
