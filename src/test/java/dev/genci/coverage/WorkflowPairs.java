package dev.genci.coverage;

import dev.genci.coverage.Pairs.Output;
import dev.genci.coverage.Pairs.Pair;
import dev.genci.fuzz.ManifestText;
import dev.genci.testing.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pairs of the keys below {@code workflows}: most are those of the top level, moved into a workflow to which all sessions
 * belong.
 */
final class WorkflowPairs {
    private static final String PREFIX = "workflows.*.";

    private static final String START = """
            version: 1
            targets: {github: g/g.yml, forgejo: f/f.yml}
            defaults: {ci: true, parallel-safe: true}
            """;

    private WorkflowPairs() {}

    /** Those that the top level does not have. */
    static Map<String, Pair> own() {
        Map<String, Pair> pairs = new TreeMap<>();
        String sessions = "sessions: {a: {purpose: A, workflow: x}}\n";
        String workflow = "workflows: {x: {on: [push], targets: ";
        pairs.put(
                PREFIX + "targets.*",
                workflows(workflow + "{github: x.yml}}}\n" + sessions, workflow + "{github: y.yml}}}\n" + sessions));
        String two = "workflows: {x: {on: [push]}}\n";
        String job = two + "jobs: {j: {steps: [{run: make}], workflow: ";
        String all = "}}\nsessions: {a: {purpose: A, workflow: [ci, x]}}\n";
        pairs.put("jobs.*.workflow", workflows(job + "ci" + all, job + "x" + all));
        String one = two + "sessions: {a: {purpose: A, workflow: ";
        String other = "}, b: {purpose: B, workflow: [ci, x]}}\n";
        pairs.put("sessions.*.workflow", workflows(one + "ci" + other, one + "x" + other));
        return pairs;
    }

    private static Pair workflows(String before, String after) {
        return new Pair(START + before, START + after, Output.WORKFLOW);
    }

    /** Adds those of the top level's keys. */
    static void addMoved(Set<String> keys, Map<String, Pair> pairs) {
        for (String key : keys) {
            String top = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
            Pair pair = pairs.get(top);
            if (pair != null) {
                pairs.computeIfAbsent(key, own -> moved(pair, top));
            }
        }
    }

    private static Pair moved(Pair pair, String path) {
        String key = path.replaceAll("\\..*", "");
        return new Pair(moved(pair.before(), key), moved(pair.after(), key), pair.output());
    }

    private static String moved(String manifest, String key) {
        Map<String, Object> root = new LinkedHashMap<>(Yaml.map(manifest));
        Map<String, Object> own = new LinkedHashMap<>(Map.of("on", Map.of("workflow_dispatch", Map.of())));
        Map<String, Object> files = new TreeMap<>();
        Yaml.map(root.get("targets")).keySet().forEach(forge -> files.put(forge, "x-" + forge + ".yml"));
        if (!files.isEmpty()) {
            own.put("targets", files);
        }
        Object value = root.remove(key);
        if (value != null) {
            own.put(key, value);
        }
        root.put("workflows", Map.of("x", own));
        for (String section : new String[] {"sessions", "jobs"}) {
            Map<String, Object> entries = new LinkedHashMap<>();
            Yaml.map(root.get(section)).forEach((name, entry) -> {
                Map<String, Object> fields = new LinkedHashMap<>(Yaml.map(entry));
                fields.put("workflow", "x");
                entries.put(name, fields);
            });
            if (!entries.isEmpty()) {
                root.put(section, entries);
            }
        }
        return ManifestText.block(root);
    }
}
