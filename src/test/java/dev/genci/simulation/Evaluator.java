package dev.genci.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Evaluates the part of the expression language that conditions are written in: {@code ||}, {@code &&}, {@code !},
 * {@code ==}, {@code !=}, parentheses, texts, contexts and the status functions. Anything else is an error of the test.
 */
final class Evaluator {
    private final Map<String, String> context;
    private final Map<String, BooleanSupplier> functions;
    private String text = "";
    private int at;

    /**
     * @param context values by path, {@code vars.A}; what is not there is null
     * @param functions by name
     */
    Evaluator(Map<String, String> context, Map<String, BooleanSupplier> functions) {
        this.context = context;
        this.functions = functions;
    }

    /** Whether an expression calls a status function: then the forge adds no condition of its own. */
    static boolean hasStatus(String expression) {
        return Stream.of("always()", "cancelled()", "success()", "failure()").anyMatch(expression::contains);
    }

    boolean isTrue(String expression) {
        text = expression;
        at = 0;
        boolean value = truth(or());
        if (at < text.length()) {
            throw new AssertionError("cannot read " + text.substring(at) + " in " + text);
        }
        return value;
    }

    private Object or() {
        Object left = and();
        while (take("||")) {
            Object right = and();
            left = truth(left) ? left : right;
        }
        return left;
    }

    private Object and() {
        Object left = equality();
        while (take("&&")) {
            Object right = equality();
            left = truth(left) ? right : left;
        }
        return left;
    }

    private Object equality() {
        Object left = unary();
        if (take("==")) {
            return same(left, unary());
        }
        return take("!=") ? !same(left, unary()) : left;
    }

    private Object unary() {
        if (at + 1 < text.length() && text.charAt(at) == '!' && text.charAt(at + 1) != '=') {
            take("!");
            return !truth(unary());
        }
        if (take("(")) {
            Object inner = or();
            if (!take(")")) {
                throw new AssertionError("no ) at " + at + " in " + text);
            }
            return inner;
        }
        if (at < text.length() && text.charAt(at) == '\'') {
            int end = text.indexOf('\'', at + 1);
            String literal = text.substring(at + 1, end);
            at = end + 1;
            skip();
            return literal;
        }
        return name();
    }

    private Object name() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw new AssertionError("cannot read " + text.substring(at) + " in " + text);
        }
        skip();
        if (take("()")) {
            return Objects.requireNonNull(functions.get(name), "the function " + name)
                    .getAsBoolean();
        }
        return context.getOrDefault(name, "");
    }

    private boolean take(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        skip();
        return true;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean same(Object a, Object b) {
        return a.toString().toLowerCase(Locale.ROOT).equals(b.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean truth(Object value) {
        return value instanceof Boolean flag ? flag : !value.toString().isEmpty();
    }
}
