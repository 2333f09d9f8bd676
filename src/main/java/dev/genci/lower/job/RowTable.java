package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import dev.genci.lower.template.JobTemplate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of one job as a table: what a row is, before it is decided what is the same in all of them.
 *
 * @param columns by field, each with a value per row
 */
record RowTable(List<Row> rows, Map<RowField, List<Value>> columns) {

    /** The fields of every row. */
    private static final List<KnownField> ALWAYS = List.of(
            KnownField.NAME,
            KnownField.SESSION,
            KnownField.PYTHON,
            KnownField.OS,
            KnownField.RUNNER_WORD,
            KnownField.POSARGS,
            KnownField.TIMEOUT_MINUTES);

    /** The table of rows that have a template. */
    static RowTable of(List<Row> rows, JobTemplate template) {
        Set<RowField> fields = new LinkedHashSet<>(ALWAYS);
        fields.addAll(template.reads());
        Map<RowField, List<Value>> columns = new LinkedHashMap<>();
        for (RowField field : fields) {
            columns.put(field, rows.stream().map(row -> row.value(field)).toList());
        }
        // Only cache keys read the runner in one word.
        boolean runnerWord = template.variables().containsValue(KnownField.RUNNER_WORD);
        if (!runnerWord
                || rows.stream().allMatch(row -> row.value(KnownField.OS).equals(row.value(KnownField.RUNNER_WORD)))) {
            columns.remove(KnownField.RUNNER_WORD);
        }
        return new RowTable(rows, columns);
    }

    /** A part of the rows. */
    RowTable slice(int from, int to) {
        Map<RowField, List<Value>> part = new LinkedHashMap<>();
        columns.forEach((field, values) -> part.put(field, values.subList(from, to)));
        return new RowTable(rows.subList(from, to), part);
    }

    /** The values of a column. */
    List<Value> column(RowField field) {
        return columns.getOrDefault(field, List.of());
    }

    /** Whether any row has a value other than the empty text. */
    boolean uses(RowField field) {
        return column(field).stream().anyMatch(value -> !value.equals(Value.of("")));
    }
}
