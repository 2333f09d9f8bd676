package dev.genci.expression;

import dev.genci.data.ExpressionPlace;
import dev.genci.expression.Expression.Property;
import dev.genci.expression.Expression.Read;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What messages call the places of expressions, what they suggest there, and what is reserved for gen-ci. */
final class Guidance {
    /** gen-ci decides what a matrix contains: a column exists only where rows differ. */
    private static final Set<String> OWN = Set.of("matrix", "strategy");
    /** gen-ci writes how a job depends on the end of others. */
    private static final Set<String> STATUS = Set.of("always", "cancelled", "failure", "success");
    /** What is only there when a job's steps run. */
    private static final Set<String> OF_STEPS = Set.of("env", "job", "runner", "steps");

    private Guidance() {}

    /** What a forge calls a context, in lower case: where the manifest reads a row, gen-ci writes what the matrix gives. */
    static String onForge(String context) {
        return context.equals(RowReferences.CONTEXT) ? "matrix" : context;
    }

    /** What to do instead of reading the matrix. */
    static String insteadOfMatrix(Read read, Scope scope) {
        if (scope.rows() == null) {
            return "the row is not available here; read it in \"env\" or the steps of a session";
        }
        Set<String> fields = new TreeSet<>();
        scope.rows().values().forEach(fields::addAll);
        Property property = read.property();
        return property != null && fields.stream().anyMatch(property.name()::equalsIgnoreCase)
                ? "write row." + property.name()
                : "a row's values are row." + String.join(", row.", fields);
    }

    /** What messages call a place. */
    static String words(ExpressionPlace place, Scope scope) {
        return scope.inJob() ? wordsOfJob(place) : words(place);
    }

    private static String wordsOfJob(ExpressionPlace place) {
        return switch (place) {
            case JOB_IF -> "a job's \"if\"";
            case JOB_NAME -> "a job's \"name\"";
            default -> words(place);
        };
    }

    private static String words(ExpressionPlace place) {
        return switch (place) {
            case ENV -> "the workflow's \"env\"";
            case JOB_ENV -> "a job's \"env\"";
            case STRATEGY -> "\"fail-fast\"";
            case MATRIX_VALUE -> "\"matrix\"";
            case JOB_IF -> "a session's \"if\"";
            case STEP_IF -> "a step's \"if\"";
            case JOB_NAME -> "\"title\"";
            default -> {
                String key = place.path().get(place.path().size() - 1);
                yield (place.path().contains("steps") ? "a step's \"" : "\"") + key + "\"";
            }
        };
    }

    /** Whether a context, in lower case, is reserved for gen-ci, although the forge accepts it. */
    static boolean isWithheld(String context) {
        return OWN.contains(context);
    }

    /** Whether a function, in lower case, is one that gen-ci alone may call at a place. */
    static boolean isWithheld(String function, ExpressionPlace place) {
        return place == ExpressionPlace.JOB_IF && STATUS.contains(function);
    }

    /** What to do instead of reading a context, in lower case; {@code null} where nothing else leads there. */
    static @Nullable String insteadOf(String context, ExpressionPlace place) {
        boolean ofSteps = OF_STEPS.contains(context);
        boolean secrets = context.equals("secrets");
        return switch (place) {
            case ENV -> ofSteps || context.equals("needs") ? "set it in a session or in a step" : null;
            case JOB_ENV -> ofSteps ? "set it in a step of \"before\": echo \"NAME=value\" >> \"$GITHUB_ENV\"" : null;
            case RUNS_ON -> secrets || context.equals("env") ? "use a variable of the repository: vars.NAME" : null;
            case JOB_IF ->
                context.equals(RowReferences.CONTEXT)
                        ? "test the row in the \"if\" of a step, or split the session in two"
                        : secrets
                                ? "put it into the session's \"env\", and test env.NAME in the \"if\" of a step"
                                : context.equals("env") ? "use a variable of the repository: vars.NAME" : null;
            case STEP_IF -> secrets ? "put it into the session's \"env\", and test env.NAME != ''" : null;
            default -> null;
        };
    }

    /** What to do instead of calling a function, in lower case; {@code null} where it is not known anywhere. */
    static @Nullable String insteadOf(String function) {
        return function.equals("hashfiles")
                ? "call it in a step: files exist only when steps run"
                : STATUS.contains(function) ? "call it in the \"if\" of a step" : null;
    }
}
