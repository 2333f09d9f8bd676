package dev.genci.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a job runs. */
public sealed interface Condition {
    /** When everything it needs has succeeded: what a forge does when nothing is said. */
    record OnSuccess() implements Condition {}

    /** When everything it needs has succeeded and an expression of the manifest is true. */
    record When(String expression) implements Condition {}

    /**
     * When the named jobs have succeeded, whatever became of its other ancestors, and the expression, if there is one, is
     * true.
     *
     * @param evenIfCancelled whether it is decided after a cancellation too; the conjunction keeps it from running then
     */
    record AfterSuccessOf(
            boolean evenIfCancelled,
            List<String> jobs,
            @Nullable String expression) implements Condition {
        /** Copies the jobs. */
        public AfterSuccessOf {
            jobs = List.copyOf(jobs);
        }
    }

    /** Whatever happened: it decides itself. */
    record Always() implements Condition {}
}
