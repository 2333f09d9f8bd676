package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.RowField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names that are written out although rows differ in them only by what they have anyway: {@code quality (lint)} and
 * {@code quality (docs)}, {@code Ubuntu / 3.12} and {@code Windows / 3.12}.
 *
 * @param field the column of the names
 * @param varying the columns in which the rows differ; changed where names become shorter
 * @param reference what reads a column in the job
 */
record NameColumn(KnownField field, Map<RowField, List<Value>> varying, Function<RowField, String> reference) {
    /** What names are looked for in, the first that will do. */
    private static final List<List<KnownField>> READ = List.of(
            List.of(KnownField.SESSION),
            List.of(KnownField.PYTHON),
            List.of(KnownField.OS),
            List.of(KnownField.LABEL),
            List.of(KnownField.PYTHON, KnownField.OS),
            List.of(KnownField.PYTHON, KnownField.LABEL),
            List.of(KnownField.SESSION, KnownField.OS),
            List.of(KnownField.SESSION, KnownField.LABEL));

    /** Stands for the interpreter: no name contains it. */
    private static final String PYTHON = "\0";

    /** Composes the names of other columns, where all rows are made of them in the same way. */
    void compose(Map<RowField, Value> columns) {
        for (List<KnownField> fields : READ) {
            if (varying.containsKey(field) && varying.keySet().containsAll(fields)) {
                List<String> names = texts(field);
                fields.forEach(each -> replace(names, each, reference.apply(each)));
                if (Set.copyOf(names).size() == 1) {
                    columns.put(field, Value.of(names.get(0)));
                    varying.remove(field);
                }
            }
        }
    }

    /**
     * Leaves of the names what they do not have in common, where that is little besides the interpreter, which rows differ in.
     *
     * @param part the column for it, free or the names' own
     */
    void split(KnownField part, Map<RowField, Value> columns) {
        List<String> names = texts(field);
        replace(names, KnownField.PYTHON, PYTHON);
        String start = commonStart(names);
        String end = commonEnd(names, start.length());
        List<Value> parts = new ArrayList<>();
        for (String name : names) {
            String own = name.substring(start.length(), name.length() - end.length());
            if (own.contains(PYTHON)) {
                return;
            }
            parts.add(Value.of(own));
        }
        if (Set.copyOf(parts).size() <= parts.size() / 2) {
            String name = start + reference.apply(part) + end;
            columns.put(field, Value.of(name.replace(PYTHON, reference.apply(KnownField.PYTHON))));
            varying.remove(field);
            varying.put(part, parts);
        }
    }

    private void replace(List<String> names, KnownField value, String replacement) {
        List<String> values = texts(value);
        for (int row = 0; row < values.size(); row++) {
            if (!values.get(row).isEmpty()) {
                names.set(row, names.get(row).replace(values.get(row), replacement));
            }
        }
    }

    /** What all begin with, to a space or a parenthesis: no word is torn. */
    private static String commonStart(List<String> names) {
        String first = names.get(0);
        for (int end = first.length(); end > 0; end--) {
            String start = first.substring(0, end);
            if (" (".indexOf(first.charAt(end - 1)) >= 0 && names.stream().allMatch(name -> name.startsWith(start))) {
                return start;
            }
        }
        return "";
    }

    /** What all end with, from a space or a parenthesis on, behind the first characters. */
    private static String commonEnd(List<String> names, int from) {
        String first = names.get(0);
        for (int start = from; start < first.length(); start++) {
            String end = first.substring(start);
            if (" )".indexOf(first.charAt(start)) >= 0
                    && names.stream().allMatch(name -> name.length() - from >= end.length() && name.endsWith(end))) {
                return end;
            }
        }
        return "";
    }

    private List<String> texts(KnownField column) {
        List<String> texts = new ArrayList<>();
        for (Value value : varying.getOrDefault(column, List.of())) {
            texts.add(value instanceof Value.Text text ? text.text() : "");
        }
        return texts;
    }
}
