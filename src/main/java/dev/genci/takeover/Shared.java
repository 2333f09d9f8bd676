package dev.genci.takeover;

import dev.genci.data.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Says once what most entries say, where those that say something else still can. */
final class Shared {
    private Shared() {}

    /** What must be said by the others for a key to be a default. */
    private static final Map<String, Set<String>> INSTEAD = Map.of(
            "runs-on", Set.of("runs-on", "os"),
            "before", Set.of("before"),
            "python-setup", Set.of("python-setup"),
            "timeout-minutes", Set.of("timeout-minutes"),
            "shell", Set.of("shell"));

    /** Keys that are merged with the defaults, so that only what all say is one. */
    private static final List<String> MERGED = List.of("checkout", "env", "environment");

    /** Moves what most entries have to the defaults, and how nox starts to the top. */
    static void hoist(List<Taken> entries, ManifestTree tree) {
        if (entries.size() < 2) {
            return;
        }
        for (String key : INSTEAD.keySet().stream().sorted().toList()) {
            Set<String> instead = INSTEAD.getOrDefault(key, Set.of());
            boolean all = entries.stream()
                    .allMatch(entry -> entry.fields().keySet().stream().anyMatch(instead::contains));
            hoist(entries, all, key, List.of("defaults", key), tree);
        }
        for (String key : MERGED) {
            boolean all = values(entries, key).size() == 1 && entries.stream().allMatch(has(key));
            hoist(entries, all, key, List.of("defaults", key), tree);
        }
        start(entries, tree);
    }

    /** How nox starts, if all entries say it; what only nox gets stays with each. */
    private static void start(List<Taken> entries, ManifestTree tree) {
        Map<Value, Integer> starts = new LinkedHashMap<>();
        for (Taken entry : entries) {
            Value nox = entry.fields().get("nox");
            if (!(nox instanceof Value.Fields fields)
                    || !fields.fields().keySet().containsAll(Set.of("command", "setup"))
                    || Needs.reads(fields)) {
                return;
            }
            starts.merge(fields.without("env"), 1, Integer::sum);
        }
        Map.Entry<Value, Integer> most = Collections.max(starts.entrySet(), Map.Entry.comparingByValue());
        if (most.getValue() < 2) {
            return;
        }
        tree.put(List.of("nox"), most.getKey());
        for (Taken entry : entries) {
            if (entry.fields().get("nox") instanceof Value.Fields nox
                    && nox.without("env").equals(most.getKey())) {
                Value env = nox.fields().get("env");
                entry.fields().remove("nox");
                if (env != null) {
                    entry.fields().put("nox", Value.fields().with("env", env));
                }
            }
        }
    }

    private static Predicate<Taken> has(String key) {
        return entry -> entry.fields().containsKey(key);
    }

    private static Map<Value, Integer> values(List<Taken> entries, String key) {
        Map<Value, Integer> values = new LinkedHashMap<>();
        for (Taken entry : entries) {
            Value value = entry.fields().get(key);
            if (value != null) {
                values.merge(value, 1, Integer::sum);
            }
        }
        return values;
    }

    private static void hoist(List<Taken> entries, boolean all, String key, List<String> path, ManifestTree tree) {
        List<Map.Entry<Value, Integer>> values =
                new ArrayList<>(values(entries, key).entrySet());
        values.sort(Map.Entry.<Value, Integer>comparingByValue().reversed());
        // Which job that is, depends on the workflow.
        if (!all
                || values.isEmpty()
                || values.get(0).getValue() < 2
                || Needs.reads(values.get(0).getKey())) {
            return;
        }
        Value most = values.get(0).getKey();
        tree.put(path, most);
        entries.forEach(entry -> entry.fields().remove(key, most));
    }
}
