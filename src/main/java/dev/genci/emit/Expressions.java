package dev.genci.emit;

import dev.genci.pipeline.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes expressions of the Actions language. */
final class Expressions {
    private Expressions() {}

    static String braces(String expression) {
        return "${{ " + expression + " }}";
    }

    /** The value of {@code if}; {@code null} when nothing is to be said. */
    static @Nullable String condition(Condition condition) {
        if (condition instanceof Condition.When when) {
            return braces(when.expression());
        }
        if (condition instanceof Condition.AfterSuccessOf after) {
            List<String> terms = new ArrayList<>();
            terms.add(after.evenIfCancelled() ? "always()" : "!cancelled()");
            after.jobs().forEach(job -> terms.add("needs." + job + ".result == 'success'"));
            if (after.expression() != null) {
                terms.add("(" + after.expression() + ")");
            }
            return braces(String.join(" && ", terms));
        }
        return condition instanceof Condition.Always ? braces("always()") : null;
    }

    /** {@code hashFiles} over patterns. */
    static String hashFiles(List<String> patterns) {
        return "hashFiles(" + texts(patterns) + ")";
    }

    /** Texts as the arguments of a function. */
    static String texts(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }
}
