package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What may differ from row to row of an entry: names, systems, time limits, whether a row may fail. */
record EntryRows(ReadJob job, Rewriter rewriter, Own own, Axes axes, Brought brought) {

    /** Adds all that to an entry. */
    void into(Taken taken) {
        Map<String, Value> fields = taken.fields();
        differing("timeout-minutes", taken);
        differing("continue-on-error", taken);
        titles(taken);
        common(fields);
        Value os = axes.os();
        Cell first = rewriter.cells().get(0);
        if (os != null) {
            fields.put("os", os);
        } else if (first.runner() != null) {
            fields.put("runs-on", first.runner());
        } else if (!first.os().isEmpty()) {
            fields.put("runs-on", Value.of(first.os()));
        } else if (job.job().settings().has("runs-on")) {
            taken.questions()
                    .add("It runs on " + Text.brief(job.job().settings().text("runs-on"))
                            + ", which only a run knows. What should runs-on be?");
        }
        List<Value> excluded = axes.excluded();
        List<Value> included = axes.included(brought);
        if (!axes.matrix().isEmpty()) {
            fields.put("matrix", axes.matrix());
        }
        if (!excluded.isEmpty()) {
            fields.put("exclude", new Value.Items(excluded));
        }
        if (!included.isEmpty()) {
            fields.put("include", new Value.Items(included));
        }
    }

    private void common(Map<String, Value> fields) {
        brought.takeCommon().fields().forEach((key, value) -> {
            if (key.equals("env") && value instanceof Value.Fields more) {
                Value.Fields env = fields.get(key) instanceof Value.Fields own ? own : Value.fields();
                for (Map.Entry<String, Value> variable : more.fields().entrySet()) {
                    env = env.with(variable.getKey(), variable.getValue());
                }
                fields.put(key, env);
            } else if (!value.equals(new Value.Items(List.of())) && !value.equals(Value.of(false))) {
                fields.put(key, value);
            }
        });
    }

    /** A key of the job whose value the matrix may give. */
    private void differing(String key, Taken taken) {
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
                if (!may || values.get(i).equals(Value.of(true))) {
                    brought.put(Point.of(rewriter.cells().get(i), own), name, values.get(i));
                }
            }
        }
    }

    private void titles(Taken taken) {
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
        Map<String, Set<Integer>> hits = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Cell cell = rewriter.cells().get(i);
            String template = bySystem == null ? names.get(i) : String.valueOf(bySystem.get(cell.os()));
            boolean hit = hits.computeIfAbsent(template, each -> Titles.hits(each, names, rewriter.axes()))
                    .contains(i);
            String title = hit ? template : names.get(i);
            if (!named.contains(i)) {
                brought.put(Point.of(cell, own), "title", Value.of(title));
            }
        }
    }
}
