package dev.genci.lower.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactPathsTest {
    /** What actions/upload-artifact takes for the least folder that all search paths have in common. */
    @ParameterizedTest
    @CsvSource({
        "*.xml, .",
        "dist/**, dist",
        "dist/*.whl dist/*.tar.gz, dist",
        "a/b/*.xml a/c/x, a",
        "a/b a, a",
        "a a/b, a",
        "a//b/./c/*.x, a/b/c",
        "a\\b\\*.x, a/b",
        "a b, .",
        "dist/** !dist/tmp, dist",
        "!dist/tmp, .",
        "., .",
        "./, .",
        "dist, .",
        "dist/report.xml, ."
    })
    void filesAreBroughtBackBelowWhatTheirPathsHaveInCommon(String paths, String root) {
        assertThat(ArtifactPaths.root(List.of(paths.split(" ", -1)))).isEqualTo(root);
    }

    @Test
    void aSinglePathMayBeAFileOrAFolder() {
        assertThat(ArtifactPaths.text(List.of("dist"))).isEqualTo("dist\n.from-here\n");
        assertThat(ArtifactPaths.text(List.of("dist", "docs"))).isEqualTo("dist\ndocs");
        assertThat(ArtifactPaths.text(List.of("!dist"))).isEqualTo("!dist");
        assertThat(ArtifactPaths.text(List.of("*.xml"))).isEqualTo("*.xml");
        assertThat(ArtifactPaths.text(List.of("./"))).isEqualTo("./");
    }

    @ParameterizedTest
    @CsvSource({".coverage, true", ".nox/log/*.xml, true", "a/.b, true", "./a, false", "../a, false", "a.b, false"})
    void aSegmentThatBeginsWithADotIsHidden(String path, boolean hidden) {
        assertThat(ArtifactPaths.nameHidden(List.of("x", path))).isEqualTo(hidden);
    }
}
