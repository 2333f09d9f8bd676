package dev.genci.audit;

import org.jspecify.annotations.Nullable;

/** Texts with expressions in braces. */
final class Template {
    static final String OPEN = "${{";
    static final String CLOSE = "}}";

    /** GitHub accepts no longer expression; what is not closed is not looked for to the end of a large file. */
    static final int LONGEST = 21_000;

    /** A value that is longer is not worked out: a few expressions could double it again and again. */
    static final int LARGEST = 100_000;

    private Template() {}

    /** The position after the expression that begins at a place; -1 if it is not closed. Quoted braces do not count. */
    static int end(String text, int open) {
        boolean quoted = false;
        int last = Math.min(text.length(), open + LONGEST);
        for (int i = open + OPEN.length(); i < last; i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(CLOSE, i)) {
                return i + CLOSE.length();
            } else if (text.startsWith(OPEN, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** The value of one expression in braces. */
    static Content value(String expression, Content scope) {
        return Evaluator.value(expression.substring(OPEN.length(), expression.length() - CLOSE.length()), scope);
    }

    /** Whether a text is nothing but one expression in braces. */
    static boolean isExpression(String text) {
        String trimmed = text.strip();
        return trimmed.startsWith(OPEN) && end(trimmed, 0) == trimmed.length();
    }

    /** The text with the values of its expressions; {@code null} where one is not known. */
    static @Nullable String text(String text, Content scope) {
        int open = text.indexOf(OPEN);
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (open >= 0) {
            int end = end(text, open);
            String value =
                    end < 0 ? null : value(text.substring(open, end), scope).text();
            if (value == null || out.length() + value.length() > LARGEST) {
                return null;
            }
            out.append(text, from, open).append(value);
            from = end;
            open = text.indexOf(OPEN, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The text with the values of its expressions; what is not known stays as it is written. */
    static String partly(String text, Content scope) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int open = text.indexOf(OPEN);
        while (open >= 0 && out.length() <= LARGEST) {
            int end = end(text, open);
            if (end < 0) {
                break;
            }
            String expression = text.substring(open, end);
            String value = value(expression, scope).text();
            out.append(text, from, open).append(value == null ? expression : value);
            from = end;
            open = text.indexOf(OPEN, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Whether a condition has text beside its expressions: then it is a text that is not empty, whatever their values are. */
    static boolean isAlwaysTrue(String condition) {
        int open = condition.indexOf(OPEN);
        if (open < 0) {
            return false;
        }
        int from = 0;
        while (open >= 0) {
            int end = end(condition, open);
            if (end < 0) {
                return false; // no forge reads it
            }
            if (open > from && (from > 0 || !condition.substring(from, open).isBlank())) {
                return true;
            }
            from = end;
            open = condition.indexOf(OPEN, from);
        }
        return from < condition.length();
    }

    /** Whether a condition, with or without braces, can be true. */
    static boolean mayBeTrue(String condition, Content scope) {
        String trimmed = condition.strip();
        if (trimmed.isEmpty() || isAlwaysTrue(condition)) {
            return true;
        }
        Content value = isExpression(trimmed)
                ? value(trimmed, scope)
                : trimmed.contains(OPEN) ? new Content.Unknown() : Evaluator.value(trimmed, scope);
        return !Boolean.FALSE.equals(value.truth());
    }
}
