package dev.genci.audit;

import dev.genci.workflow.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a job, for who takes the job over.
 *
 * @param matrix the values of the row that are texts, numbers or booleans, as texts; in the order of the matrix
 * @param runs its commands that run sessions, in their order
 * @param scope what is known of the row
 * @param check the name of the check that it reports on GitHub; absent where only a run knows it
 */
public record ReadRow(
        Map<String, String> matrix,
        List<ReadRun> runs,
        Scope scope,
        @Nullable String check) {

    /** What texts of the job mean in a row. */
    public static final class Scope {
        private final Content content;

        Scope(Content content) {
            this.content = content;
        }

        /** A text with the values of its expressions; {@code null} where one is not known before a run. */
        public @Nullable String text(String text) {
            return Template.text(text, content);
        }

        /** Whether a condition holds, with or without braces; {@code null} where only a run knows. */
        public @Nullable Boolean truth(String condition) {
            String trimmed = condition.strip();
            if (!Template.isExpression(trimmed) && trimmed.contains(Template.OPEN)) {
                return null;
            }
            Content value = Template.isExpression(trimmed)
                    ? Template.value(trimmed, content)
                    : Evaluator.value(trimmed, content);
            return value.truth();
        }
    }

    /** The same with other runs. */
    public ReadRow with(List<ReadRun> others) {
        return new ReadRow(matrix, List.copyOf(others), scope, check);
    }

    static ReadRow of(Job job, Map<String, Content> values, boolean known, List<ReadRun> runs) {
        Map<String, String> matrix = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String text = value.isKnown() ? value.text() : null;
            if (text != null) {
                matrix.put(key, text);
            }
        });
        Content scope = new Content.Context(Map.of("matrix", new Content.Context(values, known)), false);
        return new ReadRow(matrix, List.copyOf(runs), new Scope(scope), CheckName.of(job, known, values));
    }
}
