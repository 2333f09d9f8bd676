package dev.genci.expression;

/** Reads the tokens of an expression one after another. */
final class Cursor {
    private final String text;
    private final int from;
    private final int to;
    private int at;

    /** From one position of a text to another. */
    Cursor(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.at = from;
    }

    /** The position in the text, after white space. */
    int at() {
        skipSpace();
        return at;
    }

    /** The position after the last token. */
    int behind() {
        return at;
    }

    boolean atEnd() {
        return at() >= to;
    }

    /** The next character; NUL at the end. */
    char next() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    /** Passes over a token, if it is the next. */
    boolean take(String token) {
        skipSpace();
        if (at + token.length() <= to && text.startsWith(token, at)) {
            at += token.length();
            return true;
        }
        return false;
    }

    /** Passes over the sign for not, if it is the next. */
    boolean takeNot() {
        skipSpace();
        return !text.startsWith("!=", at) && take("!");
    }

    /** Passes over a token that must be the next. */
    void expect(String token) throws Malformed {
        if (!take(token)) {
            throw unexpected();
        }
    }

    /** Passes over a name; empty where there is none. */
    String word() {
        skipSpace();
        int start = at;
        while (at < to && isWord(text.charAt(at), at > start)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Passes over a text in quotes, which is the next. */
    void string() throws Malformed {
        int start = at++;
        while (at < to) {
            if (text.charAt(at++) == '\'') {
                if (at < to && text.charAt(at) == '\'') {
                    at++;
                } else {
                    return;
                }
            }
        }
        throw new Malformed(
                "a string in the expression is not closed",
                start,
                1,
                "close it with '; inside a string, write a quote twice: 'it''s'");
    }

    /** Passes over a number, of which the next character is the first one. */
    String number() throws Malformed {
        int start = at++;
        while (at < to && isOfNumber(text.charAt(at))) {
            at++;
        }
        String number = text.substring(start, at);
        if (!Numbers.isNumber(number)) {
            at = start;
            throw unexpected();
        }
        return number;
    }

    /** The problem of an unexpected token. */
    Malformed unexpected() {
        if (atEnd()) {
            int last = Math.max(from, to - 1);
            return new Malformed(
                    "the expression is incomplete",
                    last,
                    Math.min(1, text.length() - last),
                    "for example: github.ref == 'refs/heads/main'");
        }
        String help = next() == '"' ? "put strings in single quotes" : "check the syntax here";
        return new Malformed(
                "the expression cannot be read from here on: " + text.substring(at, to), at, to - at, help);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isOfNumber(char c) {
        return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
    }

    static boolean isWord(char c, boolean inside) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || inside && (isDigit(c) || c == '-');
    }

    private void skipSpace() {
        while (at < to && Expression.isSpace(text.charAt(at))) {
            at++;
        }
    }
}
