package dev.genci.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.data.Refresh;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nox is told of places, and where things are that a session names. */
class LocationTest {
    private static final Place PLACE = Place.start(new SourceFile("sessions.yaml", ""));

    private static CacheSettings cache(String path) {
        return new CacheSettings(
                located(path), "venv", List.of(), "success", List.of(), true, located("1"), Refresh.NEVER, null);
    }

    private static Located<String> located(String text) {
        return new Located<>(text, PLACE);
    }

    @ParameterizedTest
    @CsvSource({
        "noxfile.py, .nox, ''",
        "noxfile.py, ., --envdir .",
        "noxfile.py, a/b, --envdir a/b",
        "a/n.py, a/.nox, --noxfile a/n.py",
        "a/n.py, a, --noxfile a/n.py --envdir .",
        "a/b/n.py, a/c, --noxfile a/b/n.py --envdir ../c",
    })
    void noxIsToldWhatItWouldNotFind(String noxfile, String path, String options) {
        Location location = new Location(null, located(noxfile));
        assertThat(String.join(" ", location.options(cache(path)))).isEqualTo(options);
    }

    @Test
    void aNoxfileMayBeAboveTheFolder() {
        Location location = new Location(located("a/b"), located("../n.py"));
        assertThat(location.options(cache(".nox"))).containsExactly("--noxfile", "../n.py", "--envdir", "b/.nox");
        assertThat(location.options(cache("../.nox"))).containsExactly("--noxfile", "../n.py");
    }

    @Test
    void whatExpressionsPutElsewhereStaysAsItIs() {
        Location location = new Location(located("./a/"), null);
        assertThat(location.inWorkspace("${{ runner.temp }}/x")).isEqualTo("${{ runner.temp }}/x");
        assertThat(location.inWorkspace("${{ github.workspace }}/x")).isEqualTo("${{ github.workspace }}/x");
        assertThat(location.inWorkspace("${{ row.name }}.log")).isEqualTo("a/${{ row.name }}.log");
        assertThat(location.inWorkspace("!../b/*")).isEqualTo("!b/*");
        assertThat(location.inWorkspace("../../b")).isEqualTo("../b");
    }
}
