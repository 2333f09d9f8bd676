package dev.genci.lower;

import dev.genci.expression.Expression;
import dev.genci.expression.Malformed;
import dev.genci.pipeline.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides when jobs run. */
final class Conditions {
    private Conditions() {}

    /** The expression of an {@code if} that the analysis has accepted, without braces. */
    static String unwrap(String condition) {
        try {
            return Expression.condition(condition).text();
        } catch (Malformed malformed) {
            throw new IllegalStateException("the analysis let pass: " + condition, malformed);
        }
    }

    /**
     * The condition of a job.
     *
     * @param afterOrder whether an edge that only orders is among its own or its ancestors': the forge's implicit condition
     *     would look through it
     */
    static Condition of(boolean afterOrder, List<String> mustSucceed, @Nullable String expression) {
        if (afterOrder) {
            return new Condition.AfterSuccessOf(false, mustSucceed, expression);
        }
        return expression == null ? new Condition.OnSuccess() : new Condition.When(expression);
    }
}
