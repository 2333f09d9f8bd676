package dev.genci.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A line of a source, and which part of it a place means: measured in columns of a terminal, where some characters take two
 * and some none.
 *
 * @param text the line; of a long one the part around the place, with an ellipsis at each side where more follows
 * @param indent the columns before the place
 * @param columns how many columns the place takes, at least 1
 */
record Excerpt(String text, int indent, int columns) {
    /** In columns, with the ellipses. A line that is wider is shown in part. */
    static final int WIDEST = 160;

    private static final String ELLIPSIS = "…";

    /**
     * First and last of the ranges of characters that take two columns: most of those that Unicode's table East_Asian_Width calls
     * wide or full-width, and its pictures.
     */
    private static final List<Integer> WIDE = List.of(
            0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960,
            0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f,
            0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd);

    /**
     * The part of a line around a place.
     *
     * @param line without its line break
     * @param start code points before the place; what is behind the end counts as the end
     * @param length of the place, in code points
     */
    static Excerpt of(String line, int start, int length) {
        int all = line.codePointCount(0, line.length());
        int place = Math.min(start, all);
        // A line may have megabytes: of what is further away nothing is ever shown.
        int first = Math.max(0, place - WIDEST);
        int last = Math.min(all, place + WIDEST);
        int offset = line.offsetByCodePoints(0, first);
        int[] points = line.substring(offset, line.offsetByCodePoints(offset, last - first))
                .codePoints()
                .map(Excerpt::visible)
                .toArray();
        int at = place - first;
        int from = 0;
        int to = points.length;
        if (to < all || width(points, 0, to) > WIDEST) {
            int room = WIDEST - 2 * ELLIPSIS.length();
            from = before(points, at, room / 2);
            to = after(points, from, room);
            from = before(points, to, room);
        }
        String left = first + from > 0 ? ELLIPSIS : "";
        String right = first + to < all ? ELLIPSIS : "";
        return new Excerpt(
                left + new String(points, from, to - from) + right,
                left.length() + width(points, from, at),
                Math.max(1, width(points, at, (int) Math.min(to, (long) at + length))));
    }

    /** Control characters would move the caret or the reader's terminal, others could hide what is there. */
    private static int visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\t' ? ' ' : '\ufffd';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\ufffd';
            default -> point;
        };
    }

    /** The first of the characters that end before {@code to} and fit into some columns. */
    private static int before(int[] points, int to, int columns) {
        int from = to;
        int left = columns;
        while (from > 0 && width(points[from - 1]) <= left) {
            from--;
            left -= width(points[from]);
        }
        return from;
    }

    /** Behind the last of the characters that begin at {@code from} and fit into some columns. */
    private static int after(int[] points, int from, int columns) {
        int to = from;
        int left = columns;
        while (to < points.length && width(points[to]) <= left) {
            left -= width(points[to]);
            to++;
        }
        return to;
    }

    private static int width(int[] points, int from, int to) {
        return Arrays.stream(points, from, Math.max(from, to))
                .map(Excerpt::width)
                .sum();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        int place = Collections.binarySearch(WIDE, point);
        // Between the first and the last of a range, the next greater number is at an odd index.
        return place >= 0 || -place % 2 == 0 ? 2 : 1;
    }
}
