package dev.genci.expression;

import dev.genci.expression.Expression.Call;
import dev.genci.expression.Expression.Literal;
import dev.genci.expression.Expression.Property;
import dev.genci.expression.Expression.Read;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses an expression by the grammar of GitHub's own parser (npm, {@code @actions/expressions} 0.3.61), and notes what it
 * reads and calls. One thing is stricter: a comma before the closing parenthesis of a call is refused.
 */
final class ExpressionParser {
    /** Levels of nesting, counted as GitHub's parser does. */
    private static final int DEEPEST = 50;
    /** UTF-16 units of one expression. */
    private static final int LONGEST = 21_000;

    /** Operators of equal precedence in a row, the loosest first; one that begins like another comes before it. */
    private static final List<List<String>> OPERATORS =
            List.of(List.of("||"), List.of("&&"), List.of("==", "!="), List.of("<=", ">=", "<", ">"));
    /** So many of the loosest count as a level of nesting. */
    private static final int COUNTED = 2;

    private final String text;
    private final int from;
    private final int to;
    private final Cursor cursor;
    private final List<Read> reads = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Literal> literals = new ArrayList<>();
    private int depth;

    /** An expression from one position of a text to another, without space around it. */
    ExpressionParser(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.cursor = new Cursor(text, from, to);
    }

    Expression parse() throws Malformed {
        if (to - from > LONGEST) {
            throw new Malformed(
                    "the expression has " + (to - from) + " characters; a forge accepts at most " + LONGEST,
                    from,
                    0,
                    "shorten it");
        }
        expression();
        if (!cursor.atEnd()) {
            throw cursor.unexpected();
        }
        return new Expression(text.substring(from, to), from, reads, calls, literals);
    }

    private void expression() throws Malformed {
        deeper();
        chain(0);
        depth--;
    }

    /** Operands joined by the operators of a level and of tighter ones. */
    private void chain(int level) throws Malformed {
        if (level == OPERATORS.size()) {
            unary();
            return;
        }
        chain(level + 1);
        boolean counted = false;
        while (OPERATORS.get(level).stream().anyMatch(cursor::take)) {
            if (!counted && level < COUNTED) {
                deeper();
                counted = true;
            }
            chain(level + 1);
        }
        if (counted) {
            depth--;
        }
    }

    private void unary() throws Malformed {
        if (cursor.takeNot()) {
            deeper();
            unary();
            depth--;
        } else {
            operand();
        }
    }

    private void operand() throws Malformed {
        if (cursor.take("(")) {
            expression();
            cursor.expect(")");
            accessors("", 0);
            return;
        }
        int start = cursor.at();
        char next = cursor.next();
        if (next == '\'') {
            cursor.string();
        } else if (Cursor.isDigit(next) || "+-.".indexOf(next) >= 0) {
            literals.add(new Literal(cursor.number(), start));
        } else {
            name();
        }
    }

    private void name() throws Malformed {
        int start = cursor.at();
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.unexpected();
        }
        if (cursor.take("(")) {
            int own = calls.size();
            calls.add(new Call(name, start, 0));
            calls.set(own, new Call(name, start, arguments()));
            accessors("", 0);
        } else if (name.equals("NaN") || name.equals("Infinity")) {
            literals.add(new Literal(name, start));
        } else if (!name.equals("true") && !name.equals("false") && !name.equals("null")) {
            int own = reads.size();
            reads.add(new Read(name, start, List.of(), false, false));
            reads.set(own, accessors(name, start));
        }
    }

    private int arguments() throws Malformed {
        int count = 0;
        if (!cursor.take(")")) {
            do {
                expression();
                count++;
            } while (cursor.take(","));
            cursor.expect(")");
        }
        return count;
    }

    /** Reads what follows a context, or something else whose name does not matter. */
    private Read accessors(String context, int start) throws Malformed {
        List<Property> path = new ArrayList<>();
        boolean open = false;
        boolean computed = false;
        int count = 0;
        while (true) {
            Property property;
            if (cursor.take(".")) {
                property = dereference();
            } else if (cursor.take("[")) {
                boolean all = cursor.next() == '*';
                property = index();
                computed |= count == 0 && property == null && !all;
            } else {
                depth -= count;
                return new Read(context, start, path, open, computed);
            }
            deeper();
            count++;
            if (property == null || open) {
                open = true;
            } else {
                path.add(property);
            }
        }
    }

    private @Nullable Property dereference() throws Malformed {
        if (cursor.take("*")) {
            return null;
        }
        int start = cursor.at();
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.unexpected();
        }
        return new Property(name, start, cursor.behind());
    }

    private @Nullable Property index() throws Malformed {
        int start = cursor.at();
        if (cursor.take("*")) {
            literals.add(new Literal("*", start));
            cursor.expect("]");
            return null;
        }
        expression();
        int end = cursor.at();
        cursor.expect("]");
        return property(start, end, cursor.behind());
    }

    /** The name in an index that is nothing but a text. */
    private @Nullable Property property(int start, int end, int behind) {
        String inside = text.substring(start, end).strip();
        boolean whole = inside.length() > 2 && inside.startsWith("'") && inside.indexOf('\'', 1) == inside.length() - 1;
        return whole ? new Property(inside.substring(1, inside.length() - 1), start + 1, behind) : null;
    }

    private void deeper() throws Malformed {
        if (++depth > DEEPEST) {
            throw new Malformed("the expression is nested too deeply", from, 0, "simplify it");
        }
    }
}
