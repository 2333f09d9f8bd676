package dev.genci.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patterns of changed files match, by the examples of GitHub's documentation and some of our own. */
class PathPatternsTest {
    @ParameterizedTest
    @CsvSource({
        "*, README.md, true",
        "*, docs/a.md, false",
        "**, all/the/files.md, true",
        "*.js, app.js, true",
        "*.js, js/app.js, false",
        "**.js, js/app.js, true",
        "docs/*, docs/a/b.txt, false",
        "docs/**, docs/a/b.txt, true",
        "docs/**/*.md, docs/hello.md, true",
        "docs/**/*.md, docs/a/markdown/file.md, true",
        "**/docs/**, docs/hello.md, true",
        "**/docs/**, dir/docs/my-file.txt, true",
        "**/docs/**, dir/mydocs/my-file.txt, false",
        "**/README.md, js/README.md, true",
        "**/README.md, README.md, true",
        "**/*src/**, a/src/app.js, true",
        "a**/b, ab, false",
        "a**/b, a/b, true",
        "a**/b, ax/y/b, true",
        "docs, docs/a, false",
        "'', a, false",
        "a\\?b, a?b, true",
        "a\\*b, axb, false",
    })
    void aPatternMatches(String pattern, String path, boolean matches) {
        assertThat(PathPatterns.matches(pattern, path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"a**", "**/", "*a"})
    void manyStarsTakeNoTime(String part) {
        assertThat(PathPatterns.matches(part.repeat(2000) + "b", "a/".repeat(2000)))
                .isFalse();
    }
}
