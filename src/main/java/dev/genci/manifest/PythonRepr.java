package dev.genci.manifest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts in the form of Python's {@code repr}. */
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

    /** The text of a {@code repr}; {@code null} for the repr of another type. */
    static @Nullable String read(String repr) {
        int last = repr.length() - 1;
        if (last < 1 || "'\"".indexOf(repr.charAt(0)) < 0 || repr.charAt(last) != repr.charAt(0)) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < last; i++) {
            char c = repr.charAt(i);
            if (c == repr.charAt(0)) {
                return null;
            }
            if (c != '\\' || i + 1 == last) {
                out.append(c);
                continue;
            }
            char escaped = repr.charAt(++i);
            boolean hex = escaped == 'x' && i + 2 < last && isHex(repr.charAt(i + 1)) && isHex(repr.charAt(i + 2));
            out.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> hex ? (char) Integer.parseInt(repr.substring(i + 1, i + 3), 16) : escaped;
                    });
            i += hex ? 2 : 0;
        }
        return out.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }
}
