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
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c == '\\' || c == quote) {
                        out.append('\\').append((char) c);
                    } else if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        String form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                        out.append(String.format(Locale.ROOT, form, c));
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    /** As {@code str.isprintable}: neither a control, nor unassigned, nor a space other than the usual one. */
    private static boolean isPrintable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SPACE_SEPARATOR;
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
            int digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
            if (digits > 0 && isHex(repr, i + 1, Math.min(i + 1 + digits, last), digits)) {
                int number = Integer.parseUnsignedInt(repr.substring(i + 1, i + 1 + digits), 16);
                out.appendCodePoint(Character.isValidCodePoint(number) ? number : 0xfffd);
                i += digits;
                continue;
            }
            out.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return out.toString();
    }

    private static boolean isHex(String text, int from, int to, int digits) {
        return to - from == digits && text.substring(from, to).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
