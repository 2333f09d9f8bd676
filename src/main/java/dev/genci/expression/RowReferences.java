package dev.genci.expression;

import dev.genci.expression.Expression.Property;
import dev.genci.expression.Expression.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * References to the context {@code row}, which no forge has: gen-ci replaces them by the values of the row's job. The
 * texts are those that the analysis has accepted.
 */
public final class RowReferences {
    /** The name of the context. */
    public static final String CONTEXT = "row";

    private RowReferences() {}

    /**
     * The fields that a text reads, as written.
     *
     * @param condition whether the text is one expression, with or without braces
     */
    public static List<String> fields(String text, boolean condition) {
        List<String> fields = new ArrayList<>();
        for (Expression expression : expressions(text, condition)) {
            reads(expression).forEach(read -> fields.add(field(read).name()));
        }
        return fields;
    }

    /**
     * A part of a text whose expressions are all fields.
     *
     * @param text as written, or the field's name
     */
    public record Part(boolean isField, String text) {}

    /** The parts of a title, in its order. */
    public static List<Part> parts(String title) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (Expression expression : expressions(title, false)) {
            Property field = field(expression.reads().get(0));
            parts.add(new Part(false, title.substring(done, title.lastIndexOf(Expression.OPEN, expression.start()))));
            parts.add(new Part(true, field.name()));
            done = title.indexOf(Expression.CLOSE, field.end()) + Expression.CLOSE.length();
        }
        parts.add(new Part(false, title.substring(done)));
        return parts;
    }

    /** Whether a text with expressions in braces can be filled; every text that the analysis accepts can. */
    public static boolean isSound(String text) {
        try {
            return Expression.all(text).stream()
                    .flatMap(expression -> reads(expression).stream())
                    .allMatch(read -> read.property() != null && !read.deeper());
        } catch (Malformed malformed) {
            return false;
        }
    }

    /** Whether an expression is nothing but a field. */
    static boolean isField(Expression expression) {
        return expression.reads().size() == 1 && reads(expression).stream().anyMatch(read -> isWhole(expression, read));
    }

    private static boolean isWhole(Expression expression, Read read) {
        Property field = read.property();
        return field != null && field.end() - read.start() == expression.text().length();
    }

    /**
     * A text with values in place of the fields.
     *
     * @param condition whether the text is one expression, with or without braces
     * @param value of a field: a text with expressions in braces
     */
    public static String filled(String text, boolean condition, UnaryOperator<String> value) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Expression expression : expressions(text, condition)) {
            for (Read read : reads(expression)) {
                Property field = field(read);
                if (!condition && isWhole(expression, read)) {
                    // Only the field is between the braces: its value replaces them too.
                    out.append(text, done, text.lastIndexOf(Expression.OPEN, read.start()))
                            .append(value.apply(field.name()));
                    done = text.indexOf(Expression.CLOSE, field.end()) + Expression.CLOSE.length();
                } else {
                    out.append(text, done, read.start()).append(operand(value.apply(field.name())));
                    done = field.end();
                }
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static List<Expression> expressions(String text, boolean condition) {
        // Most texts read no row, and need not be parsed again.
        if (!ExpressionChecker.lower(text).contains(CONTEXT)) {
            return List.of();
        }
        try {
            return condition ? List.of(Expression.condition(text)) : Expression.all(text);
        } catch (Malformed malformed) {
            throw accepted(text, malformed);
        }
    }

    private static IllegalStateException accepted(String text, Malformed malformed) {
        return new IllegalStateException("the analysis let pass: " + text, malformed);
    }

    private static List<Read> reads(Expression expression) {
        return expression.reads().stream()
                .filter(read -> read.context().equalsIgnoreCase(CONTEXT))
                .toList();
    }

    private static Property field(Read read) {
        return Objects.requireNonNull(read.property());
    }

    /** A text as an operand of an expression. */
    private static String operand(String value) {
        if (!Expression.isIn(value)) {
            return quoted(value);
        }
        StringBuilder pattern = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        List<Expression> parts = expressionsOf(value);
        int done = 0;
        for (int i = 0; i < parts.size(); i++) {
            Expression part = parts.get(i);
            int open = value.lastIndexOf(Expression.OPEN, part.start());
            pattern.append(braces(value.substring(done, open)))
                    .append('{')
                    .append(i)
                    .append('}');
            arguments.append(", ").append(part.text());
            done = value.indexOf(Expression.CLOSE, part.start() + part.text().length()) + Expression.CLOSE.length();
        }
        pattern.append(braces(value.substring(done)));
        if (pattern.toString().equals("{0}")) {
            String only = parts.get(0).text();
            return only.chars().allMatch(c -> Cursor.isWord((char) c, true) || c == '.') ? only : "(" + only + ")";
        }
        return "format(" + quoted(pattern.toString()) + arguments + ")";
    }

    private static List<Expression> expressionsOf(String value) {
        try {
            return Expression.all(value);
        } catch (Malformed malformed) {
            throw accepted(value, malformed);
        }
    }

    /** A part of a pattern of {@code format}. */
    private static String braces(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
