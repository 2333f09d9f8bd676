package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may differ from row to row of an entry: names, systems, time limits, whether a row may fail. */
record EntryRows(ReadJob job, Rewriter rewriter, Axes axes) {

    /** Adds all that to an entry. */
    void into(Taken taken) {
        Map<String, Value> fields = taken.fields();
        Map<Axes.Pair, Value.Fields> brings = new LinkedHashMap<>();
        axes.pairs().forEach(pair -> brings.put(pair, Value.fields()));
        differing("timeout-minutes", brings, taken);
        differing("continue-on-error", brings, taken);
        titles(brings, taken);
        Value os = axes.os();
        Cell first = rewriter.cells().get(0);
        if (os != null) {
            fields.put("os", os);
        } else if (first.runner() != null) {
            fields.put("runs-on", first.runner());
        } else if (!first.os().isEmpty()) {
            fields.put("runs-on", Value.of(first.os()));
        }
        List<Value> excluded = axes.excluded();
        List<Value> included = axes.included(pair -> brings.getOrDefault(pair, Value.fields()));
        if (!excluded.isEmpty()) {
            fields.put("exclude", new Value.Items(excluded));
        }
        if (!included.isEmpty()) {
            fields.put("include", new Value.Items(included));
        }
    }

    /** A key of the job whose value the matrix may give. */
    private void differing(String key, Map<Axes.Pair, Value.Fields> brings, Taken taken) {
        String written = job.job().settings().text(key);
        if (written.isEmpty()) {
            return;
        }
        boolean may = key.equals("continue-on-error");
        List<Value> values = new ArrayList<>();
        for (Cell cell : rewriter.cells()) {
            String text = cell.row().scope().text(written);
            if (text == null) {
                taken.questions()
                        .add(key + " is " + Text.brief(written) + ", which only a run knows. What should it be?");
                return;
            }
            values.add(
                    may
                            ? Value.of(text.equals("true"))
                            : text.matches("[1-9]\\d{0,5}") ? new Value.Numeral(text) : Value.of(text));
        }
        String name = may ? "allow-failure" : key;
        boolean all = values.stream().allMatch(value -> Objects.equals(value, values.get(0)));
        if (all && !(may && values.get(0).equals(Value.of(false)))) {
            taken.fields().put(name, values.get(0));
        } else if (!all) {
            for (int i = 0; i < values.size(); i++) {
                Axes.Pair pair = Axes.Pair.of(rewriter.cells().get(i));
                if (!may || values.get(i).equals(Value.of(true))) {
                    brings.put(pair, brings.getOrDefault(pair, Value.fields()).with(name, values.get(i)));
                }
            }
        }
    }

    private void titles(Map<Axes.Pair, Value.Fields> brings, Taken taken) {
        List<String> names = new ArrayList<>();
        for (Cell cell : rewriter.cells()) {
            String name = cell.row().check();
            if (name == null) {
                return;
            }
            names.add(name);
        }
        if (names.size() == 1 && names.get(0).equals(taken.key())) {
            return;
        }
        String common = Titles.common(names, rewriter.axes());
        if (common != null) {
            taken.fields().put("title", Value.of(common));
            return;
        }
        boolean parameters =
                rewriter.cells().stream().anyMatch(cell -> !cell.parameters().isEmpty());
        Map<String, String> bySystem = Titles.bySystem(rewriter.cells(), names, rewriter.axes());
        if (parameters && bySystem == null) {
            return;
        }
        String most = bySystem == null ? Titles.most(names, rewriter.axes()) : null;
        Set<Integer> named = most == null ? Set.of() : Titles.hits(most, names, rewriter.axes());
        if (most != null) {
            taken.fields().put("title", Value.of(most));
        }
        for (int i = 0; i < names.size(); i++) {
            Cell cell = rewriter.cells().get(i);
            @Nullable String title = bySystem == null ? names.get(i) : bySystem.get(cell.os());
            if (!named.contains(i)) {
                brings.put(
                        Axes.Pair.of(cell),
                        brings.getOrDefault(Axes.Pair.of(cell), Value.fields())
                                .with("title", Value.of(String.valueOf(title))));
            }
        }
    }
}
