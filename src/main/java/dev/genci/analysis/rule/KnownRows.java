package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.ExpressionPlace;
import dev.genci.expression.RowReferences;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.RowValues;
import dev.genci.manifest.Runner;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an entry as in the manifest, before a target maps their runners.
 *
 * @param rows the fields of each and their values
 */
record KnownRows(List<Map<String, String>> rows) {

    /** Those of an entry or a part of it, none where no text of it reads a row; {@code null} of an entry that has no rows. */
    static @Nullable KnownRows of(Analysis analysis, Entry entry) {
        if (!(entry instanceof Work work)) {
            return null;
        }
        boolean read = work.source().readsRow() || work.source().mentions("matrix");
        return new KnownRows(read ? rows(work, analysis.invocations(work)) : List.of());
    }

    /** What the rows of a session are called where nothing else is said. */
    static List<String> names(Work work, List<Invocation> invocations) {
        List<Runner> runners = work.axes().runners();
        List<String> names = new ArrayList<>();
        for (Invocation invocation : invocations) {
            boolean several = work.axes().isOnSeveral() && !runners.isEmpty();
            if (!several) {
                names.add(invocation.name());
            }
            for (Runner runner : several ? runners : List.<Runner>of()) {
                if (work.axes().has(invocation, runner)) {
                    names.add(RowValues.name(invocation, filled(work, invocation, runner), true));
                }
            }
        }
        return names;
    }

    /** The rows of a session. */
    static List<Map<String, String>> rows(Work work, List<Invocation> invocations) {
        List<@Nullable Runner> runners = new ArrayList<>(work.axes().runners());
        if (runners.isEmpty()) {
            runners.add(null);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Invocation invocation : invocations) {
            for (@Nullable Runner runner : runners) {
                if (!work.axes().has(invocation, runner)) {
                    continue;
                }
                Runner asked = runner == null ? null : filled(work, invocation, runner);
                rows.add(RowValues.of(
                        work,
                        invocation,
                        asked,
                        RowValues.name(invocation, asked, work.axes().isOnSeveral())));
            }
        }
        return rows;
    }

    /** A runner whose labels may read the row. */
    static Runner filled(Work work, Invocation invocation, Runner runner) {
        Map<String, String> values = RowValues.of(work, invocation, null, "");
        return runner.with(text -> RowReferences.isSound(text)
                ? RowReferences.filled(text, false, field -> values.getOrDefault(field, "row." + field))
                : text);
    }

    /** The names of the fields that a text at a place may read, by the names of the rows; {@code null} where no row is known. */
    @Nullable Map<String, Set<String>> fields(ExpressionPlace place) {
        if (place == ExpressionPlace.JOB_IF) {
            return null;
        }
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            Set<String> names = new LinkedHashSet<>(row.keySet());
            if (place == ExpressionPlace.RUNS_ON) {
                // Both would depend on the value of this text.
                names.removeAll(Arrays.asList(RowValues.OS, RowValues.NAME));
            }
            fields.put(String.valueOf(row.get(RowValues.NAME)), names);
        }
        return fields;
    }
}
