package dev.genci.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Works out an expression as far as it can be known before a run. Not a check of the grammar: what is malformed is as unknown as
 * what only a run knows.
 */
final class Evaluator {
    private static final int DEEPEST = 50;
    private static final String NAME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-0123456789";

    private final String text;
    private final Content scope;
    private int at;
    private int depth;

    private Evaluator(String text, Content scope) {
        this.text = text;
        this.scope = scope;
    }

    /**
     * The value of an expression.
     *
     * @param text without the braces
     * @param scope the contexts
     */
    static Content value(String text, Content scope) {
        if (text.length() > Template.LONGEST) {
            return new Content.Unknown();
        }
        Evaluator evaluator = new Evaluator(text, scope);
        try {
            Content value = evaluator.or();
            return evaluator.peek() == '\0' ? value : new Content.Unknown();
        } catch (Unreadable e) {
            return new Content.Unknown();
        }
    }

    /** Ends the reading of what is no expression, or nested too deeply. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private Content or() throws Unreadable {
        if (++depth > DEEPEST) {
            throw new Unreadable();
        }
        Content left = and();
        while (take("||")) {
            Content right = and();
            Boolean truth = left.truth();
            left = truth == null ? left : truth ? left : right;
        }
        depth--;
        return left;
    }

    private Content and() throws Unreadable {
        Content left = comparison();
        while (take("&&")) {
            Content right = comparison();
            Boolean truth = left.truth();
            // Whatever is not known on the left, nothing comes of it if the right is false.
            left = truth == null ? Boolean.FALSE.equals(right.truth()) ? right : left : truth ? right : left;
        }
        return left;
    }

    private Content comparison() throws Unreadable {
        Content left = unary();
        while (true) {
            if (take("==")) {
                left = left.equal(unary());
            } else if (take("!=")) {
                left = not(left.equal(unary()));
            } else if (take("<=") || take(">=") || take("<") || take(">")) {
                unary();
                left = new Content.Unknown();
            } else {
                return left;
            }
        }
    }

    private Content unary() throws Unreadable {
        int negations = 0;
        while (peek() == '!' && !text.startsWith("!=", at)) {
            at++;
            negations++;
        }
        Content value = operand();
        Boolean truth = value.truth();
        return negations == 0 || truth == null ? value : new Content.Truth(truth == (negations % 2 == 0));
    }

    private static Content not(Content value) {
        Boolean truth = value.truth();
        return truth == null ? value : new Content.Truth(!truth);
    }

    private Content operand() throws Unreadable {
        char next = peek();
        if (next == '(') {
            at++;
            Content inner = or();
            expect(")");
            return accessors(inner);
        }
        if (next == '\'') {
            return new Content.Text(string());
        }
        if (next >= '0' && next <= '9' || next == '-' || next == '+' || next == '.') {
            int start = at++;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return new Content.Numeral(Content.toNumber(text.substring(start, at)));
        }
        String name = name();
        if (take("(")) {
            return accessors(Functions.call(name, arguments()));
        }
        return switch (name) {
            case "true" -> new Content.Truth(true);
            case "false" -> new Content.Truth(false);
            case "null" -> new Content.Nothing();
            default -> accessors(scope.at(new Content.Text(name)));
        };
    }

    private List<Content> arguments() throws Unreadable {
        List<Content> arguments = new ArrayList<>();
        if (!take(")")) {
            do {
                arguments.add(or());
            } while (take(","));
            expect(")");
        }
        return arguments;
    }

    private Content accessors(Content base) throws Unreadable {
        Content value = base;
        while (true) {
            if (take(".")) {
                value = take("*") ? new Content.Unknown() : value.at(new Content.Text(name()));
            } else if (take("[")) {
                value = take("*") ? new Content.Unknown() : value.at(or());
                expect("]");
            } else {
                return value;
            }
        }
    }

    private String string() throws Unreadable {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\'') {
                out.append(c);
            } else if (text.startsWith("''", at)) {
                out.append(c);
                at++;
            } else {
                at++;
                return out.toString();
            }
        }
        throw new Unreadable();
    }

    private String name() throws Unreadable {
        peek();
        int start = at;
        while (at < text.length() && NAME.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            throw new Unreadable();
        }
        return text.substring(start, at);
    }

    /** The next character that is no space; NUL at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean take(String token) {
        peek();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void expect(String token) throws Unreadable {
        if (!take(token)) {
            throw new Unreadable();
        }
    }
}
