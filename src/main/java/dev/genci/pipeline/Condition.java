package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a job runs. */
public sealed interface Condition {
    /** When everything it needs has succeeded: the default of a forge. */
    record OnSuccess() implements Condition {}

    /**
     * When everything it needs has succeeded, something has changed, if that is asked for, and an expression of the manifest,
     * if there is one, is true.
     */
    record When(@Nullable Changed changed, @Nullable String expression) implements Condition {
        private String conjunction() {
            if (changed == null) {
                return String.valueOf(expression);
            }
            return changed.isPossible() + (expression == null ? "" : " && (" + expression + ")");
        }
    }

    /**
     * An output of a job that tells whether files have changed: {@code true} or {@code false}. A forge may lose an output, so
     * one that is empty means that nobody knows.
     */
    record Changed(String job, String output) {
        private String isPossible() {
            return text() + " != 'false'";
        }

        private String text() {
            return "needs." + job + ".outputs." + output;
        }
    }

    /**
     * A job that has succeeded, or was skipped only because nothing had changed.
     *
     * @param expression must be true for the job to run; absent where it has none
     */
    record Dispensable(
            String job, Changed changed, @Nullable String expression) {
        private String isSatisfied() {
            String own = expression == null ? "" : " && (" + expression + ")";
            return "(" + result(job) + " == 'success' || " + result(job) + " == 'skipped' && " + changed.text()
                    + " == 'false'" + own + ")";
        }
    }

    /**
     * When some jobs have succeeded, whatever became of its other ancestors.
     *
     * @param evenIfCancelled whether it is decided after a cancellation too; the conjunction keeps it from running then
     * @param succeeded the ids of those that have succeeded
     * @param dispensable those that have succeeded or were skipped without loss
     * @param ended the ids of those that were not skipped
     * @param changed what must have changed; absent where that does not matter
     * @param expression must be true, too; absent where there is none
     */
    record AfterOthers(
            boolean evenIfCancelled,
            List<String> succeeded,
            List<Dispensable> dispensable,
            List<String> ended,
            @Nullable Changed changed,
            @Nullable String expression)
            implements Condition {
        /** Copies the jobs. */
        public AfterOthers {
            succeeded = List.copyOf(succeeded);
            dispensable = List.copyOf(dispensable);
            ended = List.copyOf(ended);
        }

        /** The same, decided after a cancellation, too. */
        public AfterOthers evenCancelled() {
            return new AfterOthers(true, succeeded, dispensable, ended, changed, expression);
        }

        private String conjunction() {
            List<String> terms = new ArrayList<>();
            terms.add(evenIfCancelled ? "always()" : "!cancelled()");
            succeeded.forEach(job -> terms.add(result(job) + " == 'success'"));
            dispensable.forEach(job -> terms.add(job.isSatisfied()));
            ended.forEach(job -> terms.add(result(job) + " != 'skipped'"));
            if (changed != null) {
                terms.add(changed.isPossible());
            }
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
                ? when.conjunction()
                : this instanceof AfterOthers after ? after.conjunction() : "always()";
        return Value.of("${{ " + expression + " }}");
    }

    /** Whether it asks for more than what the job waits for, so that the job may be skipped although nothing failed. */
    default boolean maySkip() {
        return this instanceof When
                || this instanceof AfterOthers after && (after.expression() != null || after.changed() != null);
    }

    /** How a needed job ended, in an expression. */
    static String result(String job) {
        return "needs." + job + ".result";
    }
}
