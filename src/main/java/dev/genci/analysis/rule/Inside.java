package dev.genci.analysis.rule;

import dev.genci.manifest.Located;
import dev.genci.source.Place;

/** Finds the place of a part of a scalar, if the scalar is written without escapes or folding. */
final class Inside {
    private Inside() {}

    /**
     * The place of a part of a text, or of the whole text: where it has escapes that hide the part, where it goes over
     * several lines, or where the length is 0.
     *
     * @param start in UTF-16 units
     * @param length in UTF-16 units
     */
    static Place of(Located<String> text, int start, int length) {
        return text.place().part(written(text, start, length));
    }

    private static Place written(Located<String> text, int start, int length) {
        Place place = text.place().written();
        String line = place.file().line(place.line());
        if (length == 0 || place.column() > line.codePointCount(0, line.length())) {
            return place;
        }
        String value = text.value();
        int from = line.offsetByCodePoints(0, place.column() - 1);
        String before = value.substring(0, start + length);
        // Plain, or after a quote.
        for (int at = from; at <= from + 1; at++) {
            if (line.startsWith(before, at)) {
                return part(place, line, at + start, length);
            }
        }
        // With escapes in it: only if there is nothing else that could be meant.
        int written = line.offsetByCodePoints(from, Math.min(place.length(), line.codePointCount(from, line.length())));
        String part = value.substring(start, start + length);
        int at = line.indexOf(part, from);
        boolean once = at >= 0 && at + length <= written && line.indexOf(part, at + 1) < 0;
        return once && value.indexOf('\n') < 0 && isWhole(line, from, written) ? part(place, line, at, length) : place;
    }

    /** Whether a quoted scalar ends where its place does: else it goes on in the next line. */
    private static boolean isWhole(String line, int from, int written) {
        char quote = line.charAt(from);
        return (quote == '"' || quote == '\'') && written - 1 > from && line.charAt(written - 1) == quote;
    }

    private static Place part(Place place, String line, int at, int length) {
        return new Place(
                place.file(),
                place.line(),
                line.codePointCount(0, at) + 1,
                Math.max(1, line.codePointCount(at, at + length)));
    }
}
