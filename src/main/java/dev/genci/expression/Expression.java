package dev.genci.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression, with what it reads and calls. Every position counts UTF-16 units from the beginning of the text in which
 * the expression stands.
 *
 * @param text without the braces, and without space around it
 * @param start of that text
 * @param reads in the order of the text
 * @param calls in the order of the text
 * @param literals numbers and {@code [*]}, in the order of the text: what forges write differently
 */
public record Expression(String text, int start, List<Read> reads, List<Call> calls, List<Literal> literals) {
    static final String OPEN = "${{";
    static final String CLOSE = "}}";

    /**
     * Reading a context.
     *
     * @param context its name as written
     * @param path the names that follow, as in {@code steps.tag.outcome} or {@code steps['tag'].outcome}, up to another
     *     expression
     * @param open whether another expression follows them
     * @param computed whether the first name is worked out by an expression, as in {@code steps[env.ID]}
     */
    public record Read(String context, int start, List<Property> path, boolean open, boolean computed) {
        /** The first name; absent when another expression or nothing follows the context. */
        public @Nullable Property property() {
            return path.isEmpty() ? null : path.get(0);
        }

        /** Whether something of the first name is read. */
        public boolean deeper() {
            return path.size() > 1 || open && !path.isEmpty();
        }
    }

    /**
     * The name of a property.
     *
     * @param end the position after it and after its bracket
     */
    public record Property(String name, int start, int end) {}

    /**
     * A call.
     *
     * @param function its name as written
     * @param arguments how many
     */
    public record Call(String function, int start, int arguments) {}

    /** A number or {@code *}, as written. */
    public record Literal(String text, int start) {}

    /** Whether it is nothing but a text in quotes. */
    boolean isText() {
        if (!text.startsWith("'")) {
            return false;
        }
        int end = text.indexOf('\'', 1);
        while (text.startsWith("''", end)) {
            end = text.indexOf('\'', end + 2);
        }
        return end == text.length() - 1;
    }

    /** Whether a text contains an expression in braces. */
    public static boolean isIn(String text) {
        return text.contains(OPEN);
    }

    /** Reads the value of an {@code if}: an expression with or without braces around the whole of it. */
    public static Expression condition(String value) throws Malformed {
        int from = first(value, 0, value.length());
        int to = last(value, from, value.length());
        if (value.startsWith(OPEN, from)) {
            int end = closing(value, from);
            if (end + CLOSE.length() != to) {
                throw partial();
            }
            return inside(value, from, end);
        }
        if (isIn(value)) {
            throw partial();
        }
        return new ExpressionParser(value, from, to).parse();
    }

    /** Parses every expression in braces in a text. */
    public static List<Expression> all(String value) throws Malformed {
        List<Expression> found = new ArrayList<>();
        int open = value.indexOf(OPEN);
        while (open >= 0) {
            int end = closing(value, open);
            found.add(inside(value, open, end));
            open = value.indexOf(OPEN, end + CLOSE.length());
        }
        return found;
    }

    private static Expression inside(String value, int open, int end) throws Malformed {
        int from = first(value, open + OPEN.length(), end);
        return new ExpressionParser(value, from, last(value, from, end)).parse();
    }

    /** Where the braces at a place end; quoted braces do not count. */
    private static int closing(String text, int open) throws Malformed {
        boolean quoted = false;
        for (int i = open + OPEN.length(); i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(CLOSE, i)) {
                return i;
            }
        }
        throw new Malformed("the expression is not closed", open, OPEN.length(), "close it with }}");
    }

    private static int first(String text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int last(String text, int from, int to) {
        int at = to;
        while (at > from && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** What the forges skip between words: no other space is allowed there. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static Malformed partial() {
        return new Malformed(
                "only a part of the condition is an expression: the forge would evaluate the whole as true",
                0,
                0,
                "put the whole condition between ${{ and }}, or leave them out");
    }
}
