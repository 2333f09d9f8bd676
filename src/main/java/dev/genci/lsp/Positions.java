package dev.genci.lsp;

import dev.genci.fix.Written;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/** Between places, which count from one and in code points, and positions, which count from zero and in UTF-16 units. */
final class Positions {
    private Positions() {}

    /** What a place covers; no further than its line. */
    static Range range(Place place) {
        return range(place.file(), place.line(), place.column(), place.column() + place.length());
    }

    /**
     * A stretch of a line.
     *
     * @param line counted from 1
     * @param start column of its first character, counted from 1 in code points
     * @param end column after its last character
     */
    static Range range(SourceFile file, int line, int start, int end) {
        String text = file.line(line);
        return new Range(position(text, line, start), position(text, line, end));
    }

    private static Position position(String text, int line, int column) {
        int before = Math.max(0, Math.min(column - 1, text.codePointCount(0, text.length())));
        return new Position(line - 1, text.offsetByCodePoints(0, before));
    }

    /** The offset of a position in a text; the end of its line, or of the text, where that is shorter. */
    static int offset(SourceFile file, Position position) {
        String text = file.text();
        int offset = 0;
        for (int line = 0; line < position.getLine() && offset < text.length(); line++) {
            int length = file.line(line + 1).length();
            offset = Math.min(text.length(), offset + length);
            boolean two = text.startsWith("\r\n", offset);
            offset = Math.min(text.length(), offset + (two ? 2 : 1));
        }
        int length = file.line(position.getLine() + 1).length();
        return Math.min(text.length(), offset + Math.max(0, Math.min(length, position.getCharacter())));
    }

    /** A change of a manifest; {@code null} stays so. */
    static @Nullable TextEdit edit(Written.@Nullable Change change) {
        return change == null ? null : new TextEdit(range(change.place()), change.text());
    }

    /** Whether a position is in a place, or right after it. */
    static boolean touches(Place place, Position position) {
        Range range = range(place);
        return position.getLine() == range.getStart().getLine()
                && position.getCharacter() >= range.getStart().getCharacter()
                && position.getCharacter() <= range.getEnd().getCharacter();
    }
}
