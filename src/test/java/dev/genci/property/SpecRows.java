package dev.genci.property;

import dev.genci.property.Spec.Entry;
import dev.genci.property.Spec.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a session on a target, by the documentation. */
final class SpecRows {
    private final String noxPython;
    private final Object runsOn;
    private final Map<String, Object> labels;

    SpecRows(Map<String, Object> root, String target) {
        this.noxPython = String.valueOf(Yaml.map(root.get("nox")).getOrDefault("python", "3.13"));
        String own = target.equals("github") ? "ubuntu-24.04" : "docker";
        Object settings = Yaml.map(root.get("targets")).get(target);
        Object asked = settings instanceof Map ? Yaml.map(settings).get("runs-on") : null;
        this.labels = asked instanceof Map ? Yaml.map(asked) : null;
        this.runsOn = asked == null || asked instanceof Map ? own : asked;
    }

    List<SpecRow> rows(Entry entry) {
        boolean nox = entry.kind() == Kind.NOX;
        Map<String, Object> fields = entry.fields();
        List<String> pythons = Yaml.texts(fields.get("python"));
        boolean list = fields.get("python") instanceof List;
        if (pythons.isEmpty() && nox) {
            pythons = List.of(noxPython);
        }
        String by = String.valueOf(fields.getOrDefault("python-by", list ? "name" : "job"));
        boolean beside = nox && pythons.stream().anyMatch(python -> !python.matches("(c?python-?)?3\\.1[0-9].*"));
        boolean forced = nox && (by.equals("force") || by.equals("job") && beside);
        boolean named = nox && by.equals("name");
        boolean shown = by.equals("name") || forced || pythons.size() > 1;
        List<Object> runners = runners(fields);
        String selector = String.valueOf(fields.getOrDefault("session", entry.name()));
        List<SpecRow> rows = new ArrayList<>();
        for (String python : pythons.isEmpty() ? List.of("") : pythons) {
            for (String parameter : nox ? parameters(fields.get("parametrize")) : List.of("")) {
                for (Object runner : runners) {
                    String name = entry.name() + (shown && !python.isEmpty() ? "-" + python : "") + parameter;
                    rows.add(new SpecRow(
                            name + (runners.size() > 1 ? " (" + word(runner) + ")" : ""),
                            nox ? selector + (named ? "-" + python : "") + parameter : null,
                            python.isEmpty() ? null : python.replaceFirst("^c?python-?", ""),
                            runner,
                            beside,
                            forced));
                }
            }
        }
        return rows;
    }

    private static String word(Object runner) {
        if (runner instanceof List) {
            return String.join("-", Yaml.texts(runner));
        }
        if (runner instanceof Map) {
            Map<String, Object> group = Yaml.map(runner);
            List<String> words = new ArrayList<>(Yaml.texts(group.get("group")));
            words.addAll(Yaml.texts(group.get("labels")));
            return String.join("-", words);
        }
        return runner.toString();
    }

    private List<Object> runners(Map<String, Object> fields) {
        List<Object> asked = fields.containsKey("runs-on")
                ? List.of(fields.get("runs-on"))
                : Yaml.list(fields.getOrDefault("os", List.of()));
        if (asked.isEmpty()) {
            return List.of(runsOn);
        }
        List<Object> runners = new ArrayList<>();
        for (Object runner : asked) {
            if (runner instanceof Map) {
                Map<String, Object> group = new LinkedHashMap<>(Yaml.map(runner));
                group.computeIfPresent("labels", (key, value) -> Yaml.list(value));
                runners.add(group);
            } else if (labels == null) {
                runners.add(runner);
            } else {
                mapped(runner, runners);
            }
        }
        // Two labels that lead to one runner would run everything there twice.
        return runners.stream().distinct().toList();
    }

    private void mapped(Object runner, List<Object> runners) {
        List<Object> own = new ArrayList<>();
        for (Object label : Yaml.list(runner)) {
            Object mapped = labels.get(label);
            if (mapped.equals("none")) {
                return;
            }
            own.addAll(Yaml.list(mapped));
        }
        runners.add(runner instanceof List || own.size() > 1 ? own : own.get(0));
    }

    /** What stands behind the name, in parentheses; an empty text when there are no parameters. */
    private static List<String> parameters(Object parametrize) {
        if (parametrize == null) {
            return List.of("");
        }
        if (!(parametrize instanceof Map)) {
            return Yaml.texts(parametrize).stream()
                    .map(text -> "(" + text + ")")
                    .toList();
        }
        List<String> rows = List.of("");
        for (Map.Entry<String, Object> axis : new LinkedHashMap<>(Yaml.map(parametrize)).entrySet()) {
            List<String> longer = new ArrayList<>();
            for (String row : rows) {
                for (String value : Yaml.texts(axis.getValue())) {
                    longer.add(row + (row.isEmpty() ? "" : ", ") + axis.getKey() + "='" + value + "'");
                }
            }
            rows = longer;
        }
        return rows.stream().map(text -> "(" + text + ")").toList();
    }
}
