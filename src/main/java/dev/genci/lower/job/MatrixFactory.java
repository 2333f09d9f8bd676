package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import dev.genci.lower.row.RowText;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the shortest exact form of the rows of a job: a field that is equal in all rows is written once, one that other
 * fields determine is composed of them, and {@link MatrixShape} knows the rest.
 */
final class MatrixFactory {
    /** The fields that a name is looked for in, the first that will do. */
    private static final List<Set<KnownField>> OF_NAME = List.of(
            Set.of(KnownField.SESSION),
            Set.of(KnownField.PYTHON),
            Set.of(KnownField.OS),
            Set.of(KnownField.PYTHON, KnownField.OS),
            Set.of(KnownField.SESSION, KnownField.OS));

    private static final List<Set<KnownField>> OF_SESSION = List.of(Set.of(KnownField.PYTHON));

    /** Fields that are left to another one where all rows have the same in both. */
    private static final Map<KnownField, KnownField> SAME_AS = Map.of(
            KnownField.VERSION, KnownField.PYTHON,
            KnownField.LABEL, KnownField.OS,
            KnownField.NAME, KnownField.SESSION,
            KnownField.ARTIFACT, KnownField.NAME,
            KnownField.TITLE, KnownField.NAME);

    private final RowTable table;
    private final Map<RowField, String> keys;
    /** The job's value of each column: the only value, or a reference to the row's. */
    private final Map<RowField, Value> columns = new HashMap<>();
    /** The columns of the matrix. */
    private final Map<RowField, List<Value>> varying = new LinkedHashMap<>();

    private MatrixFactory(RowTable table) {
        this.table = table;
        this.keys = MatrixKeys.of(table.columns().keySet());
    }

    static MatrixFactory of(RowTable table) {
        MatrixFactory factory = new MatrixFactory(table);
        table.columns().keySet().forEach(factory::add);
        factory.sameAs(KnownField.VERSION);
        factory.sameAs(KnownField.LABEL);
        factory.derive(KnownField.SESSION, Row::session, OF_SESSION);
        factory.sameAs(KnownField.NAME);
        factory.derive(KnownField.NAME, Row::name, OF_NAME);
        factory.namesOnMappedRunners();
        factory.sameAs(KnownField.ARTIFACT);
        factory.derive(KnownField.ARTIFACT, Row::artifact, OF_NAME);
        factory.compose(KnownField.ARTIFACT);
        factory.titles();
        return factory;
    }

    /** Names that have the runner's label as the manifest writes it, and nothing else that rows do not have anyway. */
    private void namesOnMappedRunners() {
        boolean shown = table.rows().stream()
                .noneMatch(row -> row.hasOwnTitle()
                        || row.name().fields().stream().anyMatch(RowField.Parameter.class::isInstance));
        if (varying.containsKey(KnownField.LABEL)) {
            compose(KnownField.NAME);
        } else if (shown && varying.containsKey(KnownField.OS) && !columns.containsKey(KnownField.LABEL)) {
            split(KnownField.NAME, KnownField.LABEL);
        }
    }

    /** Puts names together from other columns, whatever they were made of. */
    private void compose(KnownField names) {
        if (varying.containsKey(names)) {
            new NameColumn(names, varying, this::text).compose(columns);
        }
    }

    private void split(KnownField names, KnownField part) {
        if (varying.containsKey(names) && varying.containsKey(KnownField.PYTHON)) {
            new NameColumn(names, varying, this::text).split(part, columns);
        }
    }

    /** The titles: where the manifest gives any, nobody has to know what a row would be called without. */
    private void titles() {
        if (table.rows().stream().noneMatch(Row::hasOwnTitle)) {
            sameAs(KnownField.TITLE);
            return;
        }
        Set<RowField> fields = table.inTitles();
        if (!fields.isEmpty()) {
            Row first = table.rows().get(0);
            columns.put(KnownField.TITLE, Value.of(first.title().text(fields, this::text)));
            varying.remove(KnownField.TITLE);
        }
        compose(KnownField.TITLE);
        split(KnownField.TITLE, KnownField.TITLE);
        boolean read = table.reads().contains(KnownField.NAME) || table.reads().contains(KnownField.ARTIFACT);
        if (!fields.contains(KnownField.NAME) && !read) {
            varying.remove(KnownField.NAME);
        }
    }

    private void add(RowField field) {
        List<Value> values = field instanceof RowField.Variable ? texts(field) : table.column(field);
        if (values.stream().distinct().count() == 1) {
            columns.put(field, values.get(0));
        } else {
            columns.put(field, reference(field));
            varying.put(field, values);
        }
    }

    /** Variables are texts: the forge would write a number of a matrix in its own way. */
    private List<Value> texts(RowField field) {
        List<Value> values = table.column(field);
        List<Value> texts = values.stream().map(MatrixFactory::text).toList();
        return texts.stream().distinct().count() == 1 ? Collections.nCopies(values.size(), values.get(0)) : texts;
    }

    private static Value text(Value value) {
        if (value instanceof Value.Numeral number) {
            return Value.of(number.text());
        }
        return value instanceof Value.Flag flag ? Value.of(Boolean.toString(flag.value())) : value;
    }

    private Value reference(RowField field) {
        return Value.of(Matrix.reference(key(field)));
    }

    /** The job's value of a field. If every runner is one label, that is the runner itself. */
    Value column(RowField field) {
        boolean isOs = field == KnownField.RUNNER_WORD && !columns.containsKey(field);
        RowField column = isOs ? KnownField.OS : field;
        return columns.getOrDefault(column, reference(column));
    }

    /** The same as a text, for a field that is always one. */
    String text(RowField field) {
        return ((Value.Text) column(field)).text();
    }

    private void sameAs(KnownField field) {
        KnownField other = Objects.requireNonNull(SAME_AS.get(field));
        if (varying.containsKey(field) && table.column(field).equals(table.column(other))) {
            varying.remove(field);
            columns.put(field, column(other));
        }
    }

    /** Puts a column together from others, where all rows are made of them in the same way. */
    private void derive(RowField field, Function<Row, RowText> text, List<Set<KnownField>> ways) {
        if (!varying.containsKey(field)) {
            return;
        }
        List<Set<RowField>> all = new ArrayList<>();
        ways.stream().filter(varying.keySet()::containsAll).forEach(way -> all.add(Set.copyOf(way)));
        // With parameters, where the matrix has them anyway.
        Set<RowField> every = new LinkedHashSet<>(varying.keySet());
        every.remove(field);
        all.add(every);
        for (Set<RowField> way : all) {
            Set<String> texts = new LinkedHashSet<>();
            for (Row row : table.rows()) {
                texts.add(text.apply(row).text(way, this::text));
            }
            if (texts.size() == 1) {
                columns.put(field, Value.of(texts.iterator().next()));
                varying.remove(field);
                return;
            }
        }
    }

    /** The matrix of the rows. */
    Matrix matrix() {
        int rows = table.rows().size();
        if (rows == 1) {
            return new Matrix.None();
        }
        Map<String, List<Value>> named = new LinkedHashMap<>();
        varying.forEach((field, values) -> named.put(key(field), values));
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        named.forEach((name, values) -> axes.put(name, List.copyOf(new LinkedHashSet<>(values))));
        // No two rows are the same, so as many rows as combinations are all of them.
        long combinations = axes.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        return combinations == rows ? new Matrix.Axes(axes, List.of()) : new MatrixShape(named, rows).matrix();
    }

    private String key(RowField field) {
        return keys.getOrDefault(field, field.key());
    }
}
