package dev.genci.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits keep every byte outside of them. */
class EditTest {
    private static String inserted(String text, int line) {
        Lines lines = new Lines(new SourceFile("a", text));
        return Edit.apply(text, List.of(lines.insertBefore(line, List.of("x", "y"))));
    }

    @Test
    void editsAreAppliedAtOnceInAnyOrder() {
        List<Edit> edits = List.of(new Edit(4, 6, "E"), Edit.insert(0, "a"), Edit.insert(0, "b"), new Edit(2, 4, ""));
        assertThat(Edit.apply("012345", edits)).isEqualTo("ab01E");
        assertThat(Edit.apply("0123", List.of(Edit.insert(4, "!"), Edit.insert(2, "-"))))
                .isEqualTo("01-23!");
    }

    @Test
    void editsThatOverlapAreRefused() {
        List<Edit> inside = List.of(new Edit(1, 4, "x"), Edit.insert(2, "y"));
        assertThat(Edit.areApart(inside)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.apply("01234", inside));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edit.apply("01234", List.of(new Edit(0, 3, ""), new Edit(2, 4, ""))));
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.apply("01", List.of(Edit.insert(3, "x"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Edit(2, 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.insert(-1, ""));
        assertThat(Edit.areApart(List.of(new Edit(0, 2, ""), Edit.insert(2, "a"), new Edit(2, 3, ""))))
                .isTrue();
    }

    @Test
    void linesAreInsertedWithTheLineBreaksOfTheText() {
        assertThat(inserted("a\nb\n", 2)).isEqualTo("a\nx\ny\nb\n");
        assertThat(inserted("a\r\nb\r\n", 2)).isEqualTo("a\r\nx\r\ny\r\nb\r\n");
        assertThat(inserted("a\rb", 1)).isEqualTo("x\ry\ra\rb");
        assertThat(inserted("a\nb", 3)).isEqualTo("a\nb\nx\ny");
        assertThat(inserted("a\nb\n", 3)).isEqualTo("a\nb\nx\ny\n");
        assertThat(inserted("a\nb\n", 4)).isEqualTo("a\nb\nx\ny\n");
        assertThat(inserted("", 1)).isEqualTo("x\ny\n");
    }

    @Test
    void placesAreCountedInCodePoints() {
        SourceFile file = new SourceFile("a", "\ud83d\ude00 é: b\r\n  c: d");
        Lines lines = new Lines(file);
        assertThat(lines.offset(new Place(file, 1, 6, 1))).isEqualTo(file.text().indexOf('b'));
        assertThat(lines.offset(new Place(file, 2, 3, 1))).isEqualTo(file.text().indexOf('c'));
        assertThat(lines.offset(new Place(file, 2, 99, 1)))
                .isEqualTo(file.text().length());
        assertThat(lines.isFirst(new Place(file, 2, 3, 1))).isTrue();
        assertThat(lines.isFirst(new Place(file, 2, 6, 1))).isFalse();
        assertThat(lines.count()).isEqualTo(2);
        assertThat(lines.end(1)).isEqualTo(file.text().indexOf('\r'));
    }
}
