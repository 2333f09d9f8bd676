package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;

/** The escapes of a scalar in double quotes, as it stands in the file. */
final class Escapes {
    /** Letters of the escapes that name a character by its number. */
    private static final String LETTERS = "xuU";

    private Escapes() {}

    /** The characters that escapes by number stand for, one behind the other; none where a scalar has no double quotes. */
    static String of(Place scalar) {
        StringBuilder found = new StringBuilder();
        SourceFile file = scalar.file();
        int last = file.end().line();
        int number = scalar.line();
        String line = file.line(number);
        int at = afterProperties(line, line.offsetByCodePoints(0, scalar.column() - 1));
        while (at == line.length() && number < last) {
            line = file.line(++number);
            at = afterProperties(line, 0);
        }
        if (!line.startsWith("\"", at)) {
            return "";
        }
        for (at++; number <= last; line = file.line(++number), at = 0) {
            for (; at < line.length(); at++) {
                char c = line.charAt(at);
                if (c == '"') {
                    return found.toString();
                } else if (c == '\\') {
                    at++;
                    number(line, at, found);
                }
            }
        }
        return found.toString();
    }

    /** Passes over an anchor and a tag, and what is between them and the text. */
    private static int afterProperties(String line, int from) {
        int at = from;
        while (at < line.length() && " \t&!".indexOf(line.charAt(at)) >= 0) {
            boolean property = " \t".indexOf(line.charAt(at)) < 0;
            at++;
            while (property && at < line.length() && " \t".indexOf(line.charAt(at)) < 0) {
                at++;
            }
        }
        return at;
    }

    private static void number(String line, int at, StringBuilder found) {
        int kind = at < line.length() ? LETTERS.indexOf(line.charAt(at)) : -1;
        if (kind >= 0) {
            // Two digits, four or eight: the text was read, so they are there.
            found.appendCodePoint(Integer.parseInt(line.substring(at + 1, at + 1 + (2 << kind)), 16));
        }
    }
}
