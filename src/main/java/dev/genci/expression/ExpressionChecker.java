package dev.genci.expression;

import dev.genci.data.ExpressionPlace;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.Expression.Call;
import dev.genci.expression.Expression.Literal;
import dev.genci.expression.Expression.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the expressions of a text against what the forges offer at its place. */
public final class ExpressionChecker {
    /** Where a boolean, a number or a mapping is needed: GitHub refuses a string, or evaluates its content as an expression. */
    private static final Set<ExpressionPlace> TYPED = Set.of(
            ExpressionPlace.JOB_IF,
            ExpressionPlace.STEP_IF,
            ExpressionPlace.JOB_CONTINUE_ON_ERROR,
            ExpressionPlace.JOB_TIMEOUT_MINUTES,
            ExpressionPlace.STRATEGY,
            ExpressionPlace.FAIL_FAST,
            ExpressionPlace.MAX_PARALLEL,
            ExpressionPlace.MATRIX,
            ExpressionPlace.CANCEL_IN_PROGRESS,
            ExpressionPlace.JOB_CANCEL_IN_PROGRESS,
            ExpressionPlace.STEP_CONTINUE_ON_ERROR,
            ExpressionPlace.STEP_TIMEOUT_MINUTES);

    private final List<String> forges;
    private @Nullable Names names;

    /** A checker for the forges of these ids: what any of them does not know is a problem. */
    public ExpressionChecker(List<String> forges) {
        this.forges = List.copyOf(forges);
    }

    /** Checks a text with expressions in braces. */
    public List<Problem> text(String text, ExpressionPlace place, Scope scope) {
        try {
            if (!Expression.isIn(text)) {
                return List.of();
            }
            List<Expression> expressions = Expression.all(text);
            List<Problem> problems = check(expressions, place, scope);
            if (TYPED.contains(place) && expressions.size() > 1) {
                problems.add(onlyOne(expressions.get(1), place, scope));
            }
            return problems;
        } catch (Malformed malformed) {
            return List.of(malformed.problem());
        }
    }

    /** Two results side by side are a string, whatever they are. */
    private static Problem onlyOne(Expression second, ExpressionPlace place, Scope scope) {
        return new Problem(
                RuleId.BAD_EXPRESSION,
                "only one expression is allowed in " + Guidance.words(place, scope),
                second.start(),
                second.text().length(),
                "put all of it between ${{ and }}");
    }

    /** Checks the value of an {@code if}. */
    public List<Problem> condition(String text, ExpressionPlace place, Scope scope) {
        try {
            return check(List.of(Expression.condition(text)), place, scope);
        } catch (Malformed malformed) {
            return List.of(malformed.problem());
        }
    }

    private List<Problem> check(List<Expression> expressions, ExpressionPlace place, Scope scope) {
        List<Problem> problems = new ArrayList<>();
        for (Expression expression : expressions) {
            if (place == ExpressionPlace.JOB_NAME && !scope.inJob() && !RowReferences.isField(expression)) {
                problems.add(title(expression));
                continue;
            }
            if (TYPED.contains(place) && expression.isText()) {
                problems.add(new Problem(
                        RuleId.BAD_EXPRESSION,
                        "a string is not allowed in " + Guidance.words(place, scope),
                        expression.start(),
                        expression.text().length(),
                        "remove the quotes around it"));
            } else if (TYPED.contains(place) && RowReferences.isField(expression)) {
                problems.add(new Problem(
                        RuleId.BAD_EXPRESSION,
                        "a string is not allowed in " + Guidance.words(place, scope)
                                + ", and fields of a row are strings",
                        expression.start(),
                        expression.text().length(),
                        place == ExpressionPlace.STEP_IF
                                ? "compare it: " + expression.text() + " == 'VALUE'"
                                : "write fromJSON(" + expression.text() + ")"));
            }
            for (Literal literal : expression.literals()) {
                names().literal(literal, problems::add);
            }
            for (Call call : expression.calls()) {
                names().call(call, place, scope, problems::add);
            }
            for (Read read : expression.reads()) {
                int known = problems.size();
                if (!names().read(read, place, scope, problems::add)) {
                    Properties.check(read, scope, problems::add);
                }
                if (problems.size() == known) {
                    names().properties(read, problems::add);
                }
            }
        }
        return problems;
    }

    /** A check whose name depends on the event cannot be required, and one that shows a secret must not be. */
    private static Problem title(Expression expression) {
        return new Problem(
                RuleId.BAD_EXPRESSION,
                "\"title\" can only read fields of the row",
                expression.start(),
                expression.text().length(),
                "for example: ${{ row.python }}");
    }

    private Names names() {
        if (names == null) {
            names = new Names(forges.stream().map(Availability::read).toList());
        }
        return names;
    }

    /** The same in lower case: names of contexts and functions are compared without case. */
    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
