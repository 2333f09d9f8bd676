package dev.genci.source;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one line of a source.
 *
 * @param file the source
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length in code points, at least 1: what the caret underlines
 * @param anchored where the word is written, if this is an alias that stands for it; has none itself
 */
public record Place(
        SourceFile file,
        int line,
        int column,
        int length,
        @Nullable Place anchored) implements Comparable<Place> {

    /** A word where it is written. */
    public Place(SourceFile file, int line, int column, int length) {
        this(file, line, column, length, null);
    }

    /** The first character of a source, for what is wrong with it as a whole. */
    public static Place start(SourceFile file) {
        return new Place(file, 1, 1, 1);
    }

    /** Where the word is written: elsewhere, if this is an alias. */
    public Place written() {
        return anchored == null ? this : anchored;
    }

    /** The place of an alias that stands for this word. */
    public Place behind(Place alias) {
        return new Place(alias.file, alias.line, alias.column, alias.length, written());
    }

    /** The place of a part of this word, which is written there. */
    public Place part(Place there) {
        return anchored == null ? there : there.behind(this);
    }

    /** What is written there, no further than the end of its line. */
    public String text() {
        String whole = file.line(line);
        int points = whole.codePointCount(0, whole.length());
        int start = whole.offsetByCodePoints(0, Math.min(column - 1, points));
        int end = whole.offsetByCodePoints(0, Math.min(column - 1 + length, points));
        return whole.substring(start, end);
    }

    @Override
    public int compareTo(Place other) {
        int byName = file.name().compareTo(other.file.name());
        if (byName != 0) {
            return byName;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
