package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a job runs. */
public sealed interface Condition {
    /** When everything it needs has succeeded: the default of a forge. */
    record OnSuccess() implements Condition {}

    /** When everything it needs has succeeded and an expression of the manifest is true. */
    record When(String expression) implements Condition {}

    /**
     * When some jobs have succeeded and others were not skipped, whatever became of its other ancestors, and the expression, if
     * there is one, is true.
     *
     * @param evenIfCancelled whether it is decided after a cancellation too; the conjunction keeps it from running then
     * @param succeeded the ids of those that have succeeded
     * @param ended of those that have run
     */
    record AfterOthers(
            boolean evenIfCancelled,
            List<String> succeeded,
            List<String> ended,
            @Nullable String expression) implements Condition {
        /** Copies the jobs. */
        public AfterOthers {
            succeeded = List.copyOf(succeeded);
            ended = List.copyOf(ended);
        }

        private String conjunction() {
            List<String> terms = new ArrayList<>();
            terms.add(evenIfCancelled ? "always()" : "!cancelled()");
            succeeded.forEach(job -> terms.add(result(job) + " == 'success'"));
            ended.forEach(job -> terms.add(result(job) + " != 'skipped'"));
            if (expression != null) {
                terms.add("(" + expression + ")");
            }
            return String.join(" && ", terms);
        }
    }

    /** Whatever happened: it decides itself. */
    record Always() implements Condition {}

    /** The value of the job's {@code if}; {@code null} if it has none. */
    default @Nullable Value value() {
        if (this instanceof OnSuccess) {
            return null;
        }
        String expression = this instanceof When when
                ? when.expression()
                : this instanceof AfterOthers after ? after.conjunction() : "always()";
        return Value.of("${{ " + expression + " }}");
    }

    /** How a needed job ended, in an expression. */
    static String result(String job) {
        return "needs." + job + ".result";
    }
}
