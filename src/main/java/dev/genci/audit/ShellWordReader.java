package dev.genci.audit;

import dev.genci.audit.ShellWord.Kind;
import dev.genci.audit.ShellWord.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads one word of a script. */
final class ShellWordReader {
    private static final String ENDS = " \t\n;&|()<>";
    /** The folder of programs in a virtual environment on Windows, whose shells take the sign for no escape. */
    private static final String SCRIPTS = "\\Scripts";

    private final String text;
    private final char close;
    private final Nested nested;
    private final int depth;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private boolean quotedLiteral;
    private int at;

    /** Reads the commands inside a word: the position after the character that closes them. */
    interface Nested {
        int read(int from, char close, int depth);
    }

    /** @param close also ends the word, as it ends the commands around it; NUL where nothing does */
    ShellWordReader(String text, int from, char close, Nested nested, int depth) {
        this.text = text;
        this.at = from;
        this.close = close;
        this.nested = nested;
        this.depth = depth;
    }

    /** The position after the word. */
    int end() {
        return at;
    }

    ShellWord read() {
        while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0 && text.charAt(at) != close) {
            char c = text.charAt(at);
            if (text.startsWith(Template.OPEN, at)) {
                expression(false);
            } else if (c == '\'') {
                single();
            } else if (c == '"') {
                quoted();
            } else if (c == '\\' && isWindows()) {
                literal.append(c);
                at++;
            } else if (c == '\\' || c == '`' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                escape();
            } else if (c == '$' || c == '`') {
                dollar(false);
            } else {
                literal.append(c);
                at++;
            }
            if (isArray()) {
                part(Kind.COMPUTED, "(…)", "", true);
                int end = text.indexOf(')', at);
                at = end < 0 ? text.length() : end + 1;
            }
        }
        flush();
        return new ShellWord(parts);
    }

    private boolean isWindows() {
        int start = literal.length() - SCRIPTS.length();
        return text.startsWith(SCRIPTS + "\\", at) || start >= 0 && literal.indexOf(SCRIPTS, start) == start;
    }

    /** {@code NAME=(…)}. */
    private boolean isArray() {
        return at < text.length()
                && text.charAt(at) == '('
                && literal.length() > 1
                && literal.charAt(literal.length() - 1) == '=';
    }

    private void single() {
        quotedLiteral = true;
        for (at++; at < text.length() && text.charAt(at) != '\''; ) {
            if (text.startsWith(Template.OPEN, at)) {
                expression(true);
            } else {
                literal.append(text.charAt(at++));
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private void quoted() {
        quotedLiteral = true;
        for (at++; at < text.length() && text.charAt(at) != '"'; ) {
            char c = text.charAt(at);
            if (text.startsWith(Template.OPEN, at)) {
                expression(true);
            } else if (c == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0) {
                escape();
            } else if (c == '$' || c == '`') {
                dollar(true);
            } else {
                literal.append(c);
                at++;
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private void escape() {
        if (at + 1 < text.length() && text.charAt(at + 1) != '\n') {
            literal.append(text.charAt(at + 1));
        }
        at = Math.min(at + 2, text.length());
    }

    private void expression(boolean quoted) {
        int end = Template.end(text, at);
        if (end < 0) {
            literal.append(Template.OPEN);
            at += Template.OPEN.length();
        } else {
            part(Kind.EXPRESSION, text.substring(at, end), "", quoted);
            at = end;
        }
    }

    private void dollar(boolean quoted) {
        if (text.charAt(at) == '`') {
            computed(at + 1, '`', quoted);
        } else if (text.startsWith("$((", at)) {
            computed(at + 3, ')', quoted);
            at = text.startsWith(")", at) ? at + 1 : at;
        } else if (text.startsWith("$(", at)) {
            computed(at + 2, ')', quoted);
        } else if (text.startsWith("${", at)) {
            braces(quoted);
        } else {
            name(quoted);
        }
    }

    private void computed(int from, char close, boolean quoted) {
        int start = at;
        int end = nested.read(from, close, depth);
        part(Kind.COMPUTED, text.substring(start, end), "", quoted);
        at = end;
    }

    private void braces(boolean quoted) {
        int end = at;
        int last = Math.min(text.length(), at + Template.LONGEST);
        while (end < last && text.charAt(end) != '}') {
            end++;
        }
        String inside = text.substring(at + 2, end);
        String whole = text.substring(at, Math.min(end + 1, text.length()));
        at = Math.min(end + 1, text.length());
        String plain = inside.startsWith("env:") ? inside.substring(4) : inside;
        int length = nameLength(plain, 0);
        String rest = plain.substring(length);
        if (length > 0 && rest.isEmpty()) {
            part(Kind.VARIABLE, plain, "", quoted);
        } else if (length > 0 && (rest.startsWith(":-") || rest.startsWith("-")) && rest.indexOf('$') < 0) {
            part(Kind.VARIABLE, plain.substring(0, length), rest.substring(rest.indexOf('-') + 1), quoted);
        } else {
            part(Kind.COMPUTED, whole, "", quoted);
        }
    }

    private void name(boolean quoted) {
        int from = text.startsWith("$env:", at) ? at + 5 : at + 1;
        int length = nameLength(text, from);
        if (length > 0) {
            part(Kind.VARIABLE, text.substring(from, from + length), "", quoted);
            at = from + length;
        } else if (from < text.length() && "@*#?$!-".indexOf(text.charAt(from)) >= 0) {
            part(Kind.COMPUTED, text.substring(at, from + 1), "", quoted);
            at = from + 1;
        } else {
            // Of $'…', the quotes follow.
            literal.append(!quoted && text.startsWith("'", from) ? "" : "$");
            at++;
        }
    }

    private static int nameLength(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == '_' || isAscii(text.charAt(at)))) {
            at++;
        }
        return at - from;
    }

    private static boolean isAscii(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private void part(Kind kind, String value, String fallback, boolean quoted) {
        flush();
        parts.add(new Part(kind, value, fallback, quoted));
    }

    private void flush() {
        if (!literal.isEmpty() || quotedLiteral) {
            parts.add(new Part(Kind.LITERAL, literal.toString(), "", quotedLiteral));
            literal.setLength(0);
            quotedLiteral = false;
        }
    }
}
