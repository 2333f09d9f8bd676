package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a difference is shown. */
class TextDiffTest {
    @Test
    void whatIsTheSameIsNotShown() {
        assertThat(TextDiff.of("x", "a\n", "a\n")).isEmpty();
        assertThat(TextDiff.of("x", "a\r\nb\r\n", "a\nb\n")).isEmpty();
        assertThat(TextDiff.of("x", "", "")).isEmpty();
    }

    @Test
    void anEmptyFileHasNoLines() {
        assertThat(TextDiff.of("x", "", "a\n")).startsWith("--- x (on disk)\n").endsWith("@@\n+a\n");
    }

    @Test
    void aSmallDifferenceInALargeFileIsShown() {
        String many = "same\n".repeat(100_000);
        assertThat(TextDiff.of("x", many + "old\n" + many, many + "new\n" + many))
                .contains("\n@@ -99998,7 +99998,7 @@\n same\n same\n same\n-old\n+new\n same\n");
    }

    @Test
    void aLargeDifferenceIsTold() {
        assertThat(TextDiff.of("x", "same\n" + "old\n".repeat(300_000) + "end\n", "same\nnew\nend\n"))
                .isEqualTo("too different to show: from line 2 on, 300000 lines on disk become 1\n");
    }
}
