package dev.genci.audit;

import dev.genci.workflow.Job;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The name of the check that a row of a job reports, as GitHub makes it. */
final class CheckName {
    private static final Pattern MATRIX = Pattern.compile("\\bmatrix\\b");

    private CheckName() {}

    /** Whether an expression in a name reads the matrix. */
    static boolean readsMatrix(String written) {
        int at = written.indexOf(Template.OPEN);
        while (at >= 0) {
            int end = Template.end(written, at);
            if (end < 0) {
                return false;
            }
            if (MATRIX.matcher(written).region(at, end).find()) {
                return true;
            }
            at = written.indexOf(Template.OPEN, end);
        }
        return false;
    }

    /**
     * That of a row: the values of the matrix stand after a name that does not read the matrix.
     *
     * @param rowsKnown whether the matrix is written in the file
     * @return {@code null} where only a run knows it
     */
    static @Nullable String of(Job job, boolean rowsKnown, Map<String, Content> row) {
        String written = job.settings().text("name");
        Content matrix = new Content.Context(row, rowsKnown);
        Content scope = new Content.Context(Map.of("matrix", matrix), false);
        String name = written.isEmpty() ? job.id() : Template.text(written, scope);
        name = name == null ? null : name.strip();
        if (name == null || !job.settings().in("strategy").has("matrix") || readsMatrix(written)) {
            return name;
        }
        if (!rowsKnown) {
            return null;
        }
        String values = row.values().stream()
                .map(value -> value.isKnown() ? value.text() : null)
                .filter(value -> value != null && !value.isEmpty())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? name : name + " (" + values + ")";
    }
}
