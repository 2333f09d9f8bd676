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
 * @param reads the fields that texts of the job read
 * @param inTitles the fields that all titles are made of in the same way
 */
record RowTable(List<Row> rows, Map<RowField, List<Value>> columns, Set<RowField> reads, Set<RowField> inTitles) {

    /** The fields of every row. */
    private static final List<KnownField> ALWAYS = List.of(
            KnownField.TITLE,
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
        Set<RowField> inTitles = inTitles(rows);
        fields.addAll(template.reads());
        template.env().fields().forEach((name, value) -> {
            if (value instanceof Value.Nothing) {
                fields.add(new RowField.Variable(name));
            }
        });
        fields.addAll(inTitles);
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
        return new RowTable(rows, columns, template.reads(), inTitles);
    }

    /** The fields that titles of the manifest are made of; none unless all rows have one, made in the same way. */
    private static Set<RowField> inTitles(List<Row> rows) {
        Set<RowField> fields = new LinkedHashSet<>(rows.get(0).title().fields());
        Set<String> ways = new LinkedHashSet<>();
        for (Row row : rows) {
            ways.add(
                    row.hasOwnTitle()
                            ? row.title().text(fields, RowField::key)
                            : row.name().text());
        }
        return rows.stream().allMatch(Row::hasOwnTitle) && ways.size() == 1 ? fields : Set.of();
    }

    /** A part of the rows. */
    RowTable slice(int from, int to) {
        Map<RowField, List<Value>> part = new LinkedHashMap<>();
        columns.forEach((field, values) -> part.put(field, values.subList(from, to)));
        return new RowTable(rows.subList(from, to), part, reads, inTitles);
    }

    /** The values of a column. */
    List<Value> column(RowField field) {
        return columns.getOrDefault(field, List.of());
    }

    /** The arguments of nox, where every row has the same; none where rows differ. */
    List<String> sameArguments() {
        List<Value> texts = column(KnownField.POSARGS);
        Value.Text first = (Value.Text) texts.get(0);
        return texts.stream().allMatch(first::equals)
                ? first.text().lines().filter(argument -> !argument.isEmpty()).toList()
                : List.of();
    }

    /** Whether any row has a value other than the empty text. */
    boolean uses(RowField field) {
        return column(field).stream().anyMatch(value -> !value.equals(Value.of("")));
    }
}
