package dev.genci.source;

/**
 * A stretch of one line of a source.
 *
 * @param file the source
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length in code points, at least 1: what the caret underlines
 */
public record Place(SourceFile file, int line, int column, int length) implements Comparable<Place> {

    /** The first character of a source, for what is wrong with it as a whole. */
    public static Place start(SourceFile file) {
        return new Place(file, 1, 1, 1);
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
