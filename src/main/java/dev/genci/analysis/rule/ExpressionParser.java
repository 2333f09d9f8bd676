package dev.genci.analysis.rule;

import dev.genci.analysis.rule.Expression.Malformed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parses an expression by GitHub's grammar ("Evaluate expressions in workflows and actions"), and notes what it calls and
 * reads.
 */
final class ExpressionParser {
    /** Levels of nesting, as GitHub's own parser allows. */
    private static final int DEEPEST = 50;

    private static final List<String> BINARY = List.of("&&", "||", "==", "!=", "<=", ">=", "<", ">");
    private static final Pattern NUMBER =
            Pattern.compile("0x[0-9a-fA-F]+|0o[0-7]+|[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "infinity", "nan");

    private final String text;
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<String> contexts = new LinkedHashSet<>();
    private int at;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression parse() throws Malformed {
        expression();
        if (at < text.length()) {
            throw unexpected();
        }
        return new Expression(text, functions, contexts);
    }

    /** Operands joined by operators; precedence does not matter for what is asked here. */
    private void expression() throws Malformed {
        if (++depth > DEEPEST) {
            throw new Malformed("the expression is nested too deeply", "make it simpler");
        }
        operand();
        while (binary()) {
            operand();
        }
        depth--;
    }

    private boolean binary() {
        for (String operator : BINARY) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return true;
            }
        }
        return false;
    }

    private void operand() throws Malformed {
        skipSpace();
        while (at < text.length() && text.charAt(at) == '!' && !text.startsWith("!=", at)) {
            at++;
            skipSpace();
        }
        if (take('(')) {
            expression();
            expect(')');
        } else if (at < text.length() && text.charAt(at) == '\'') {
            string();
        } else if (at < text.length() && (isDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            number();
        } else {
            name();
        }
        accessors();
    }

    private void name() throws Malformed {
        String name = word();
        if (name.isEmpty()) {
            throw unexpected();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (take('(')) {
            functions.add(lower);
            if (!take(')')) {
                do {
                    expression();
                } while (take(','));
                expect(')');
            }
        } else if (!LITERALS.contains(lower)) {
            contexts.add(lower);
        }
    }

    /** Also the space behind an operand, whether or not there is one. */
    private void accessors() throws Malformed {
        while (true) {
            if (take('.')) {
                if (!take('*') && word().isEmpty()) {
                    throw unexpected();
                }
            } else if (take('[')) {
                if (!take('*')) {
                    expression();
                }
                expect(']');
            } else {
                return;
            }
        }
    }

    private void string() throws Malformed {
        int start = at++;
        while (at < text.length()) {
            if (text.charAt(at++) == '\'') {
                if (at < text.length() && text.charAt(at) == '\'') {
                    at++;
                } else {
                    return;
                }
            }
        }
        at = start;
        throw new Malformed("a text in the expression is not closed", "a quote inside a text is doubled: 'it''s'");
    }

    private void number() throws Malformed {
        int start = at++;
        while (at < text.length() && isOfNumber(text.charAt(at))) {
            at++;
        }
        if (!NUMBER.matcher(text.substring(start, at)).matches()) {
            at = start;
            throw unexpected();
        }
    }

    private static boolean isOfNumber(char c) {
        return Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at), at > start)) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c, boolean inside) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || inside && (isDigit(c) || c == '-');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean take(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws Malformed {
        if (!take(c)) {
            throw unexpected();
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Malformed unexpected() {
        if (at >= text.length()) {
            return new Malformed("the expression ends too early", "for example: github.ref == 'refs/heads/main'");
        }
        String found =
                text.charAt(at) == '"' ? "texts in an expression have single quotes" : "look at what stands there";
        return new Malformed("the expression cannot be read from here on: " + text.substring(at), found);
    }
}
