package dev.genci.manifest;

import java.util.Locale;

/** Small conversions of texts. */
final class Texts {
    private Texts() {}

    /** {@code 90}, {@code 4m}, {@code 1h5m}: seconds. */
    static int seconds(String duration) {
        int total = 0;
        int number = 0;
        for (int i = 0; i < duration.length(); i++) {
            char c = duration.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + c - '0';
            } else {
                total += number * (c == 'h' ? 3600 : c == 'm' ? 60 : 1);
                number = 0;
            }
        }
        return total + number;
    }

    /** A text as Python's {@code repr} writes it: nox puts parameters into a session's name that way. */
    static String pythonRepr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == quote) {
                out.append('\\').append(c);
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c == '\u007f') {
                out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append(quote).toString();
    }
}
