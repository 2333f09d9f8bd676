package dev.genci.manifest;

import java.util.Locale;

/** Texts as Python writes them. */
final class PythonRepr {
    private PythonRepr() {}

    /** A text as Python's {@code repr} writes it: nox puts parameters into a session's name that way. */
    static String of(String text) {
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
