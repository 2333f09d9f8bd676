package dev.genci.coverage;

import dev.genci.coverage.Pairs.Output;
import dev.genci.coverage.Pairs.Pair;
import dev.genci.forge.Forges;
import dev.genci.fuzz.ManifestText;
import dev.genci.manifest.SessionKey;
import dev.genci.testing.Manifests;
import dev.genci.testing.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pairs out of the schema's examples, for keys of a session that need nothing beside them: a manifest with the example, and
 * one without the key or, where the key is required, with another value.
 */
final class ExamplePairs {
    private static final List<Map<String, Object>> TARGETS = List.of(
            new TreeMap<>(Forges.ids().stream().collect(Collectors.toMap(id -> id, id -> id + ".yml"))),
            Map.of("github", "g.yml"));

    private ExamplePairs() {}

    /** Where a key stands. */
    private enum Where {
        DEFAULTS("defaults."),
        SESSION("sessions.*."),
        JOB("jobs.*.");

        private final String prefix;

        Where(String prefix) {
            this.prefix = prefix;
        }
    }

    /** The pair of a key; empty when no example shows it. */
    static Optional<Pair> of(String path, SchemaKeys schema) {
        for (Where where : Where.values()) {
            if (path.startsWith(where.prefix)) {
                return of(where, List.of(path.substring(where.prefix.length()).split("\\.")), schema);
            }
        }
        return Optional.empty();
    }

    /** A manifest with a job, without its version. */
    static String job(String fields) {
        return "targets: {github: g.yml, forgejo: f.yml}\ndefaults: {ci: true, parallel-safe: true}\njobs: {j: {"
                + fields + "}}\nsessions: {a: {purpose: A}}\n";
    }

    private static Optional<Pair> ofScope(String name, SchemaKeys schema) {
        String of = "uses: ./x.yml, permissions: {";
        return schema.scopes().stream()
                .filter(scope -> scope.startsWith(name + ":"))
                .map(scope -> new Pair(
                        "version: 1\n" + job(of + "}"), "version: 1\n" + job(of + scope + "}"), Output.WORKFLOW))
                .findFirst();
    }

    private static Optional<Pair> of(Where where, List<String> parts, SchemaKeys schema) {
        String name = parts.get(0);
        if (where == Where.JOB && name.equals("permissions")) {
            return ofScope(parts.get(1), schema);
        }
        SessionKey key = SessionKey.of(name);
        boolean shown = where != Where.JOB && key != null && key.goes() == SessionKey.Goes.TABLE;
        for (Object example : where == Where.JOB ? schema.examplesOfJob(name) : schema.examples(name)) {
            Object whole = Map.of(name, example);
            for (Map<String, Object> targets : TARGETS) {
                String after = manifest(targets, whole, where, name);
                Optional<Pair> pair = others(whole, parts)
                        .map(other -> new Pair(
                                manifest(targets, other, where, name), after, shown ? Output.TABLE : Output.WORKFLOW))
                        .filter(each -> isLegal(each.before()) && isLegal(each.after()))
                        .findFirst();
                if (pair.isPresent()) {
                    return pair;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLegal(String manifest) {
        return Manifests.diagnostics(manifest).stream().noneMatch(line -> line.contains(" error ["));
    }

    /** @param key that the pair is about */
    private static String manifest(Map<String, Object> targets, Object fields, Where where, String key) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("ci", true);
        defaults.put("parallel-safe", true);
        Map<String, Object> session = new LinkedHashMap<>(Map.of("purpose", "A"));
        Map<String, Object> job = new LinkedHashMap<>();
        if (key.equals("with") || key.equals("secrets")) {
            job.put("uses", "./x.yml");
        } else if (!key.equals("uses")) {
            job.put("steps", List.of(Map.of("id", "version", "run", "make")));
        }
        switch (where) {
            case DEFAULTS -> defaults.putAll(Yaml.map(fields));
            case SESSION -> session.putAll(Yaml.map(fields));
            case JOB -> job.putAll(Yaml.map(fields));
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", 1);
        root.put("targets", targets);
        root.put("defaults", defaults);
        if (where == Where.JOB) {
            root.put("jobs", Map.of("j", job));
        }
        Map<String, Object> lint = Map.of("purpose", "B", "tags", List.of("gate"));
        root.put("sessions", where == Where.JOB ? Map.of("lint", lint) : Map.of("a", session));
        return ManifestText.block(root);
    }

    /** The tree without what stands at a path, then with something else there; none when nothing stands there. */
    private static Stream<Object> others(Object node, List<String> path) {
        String first = path.get(0);
        if (first.equals("[]")) {
            List<Object> items = node instanceof List<?> ? Yaml.list(node) : List.of();
            return items.isEmpty() || path.size() == 1
                    ? Stream.empty()
                    : others(items.get(0), path.subList(1, path.size())).map(item -> {
                        List<Object> all = new ArrayList<>(items);
                        all.set(0, item);
                        return all;
                    });
        }
        Map<String, Object> fields = node instanceof Map<?, ?> ? Yaml.map(node) : Map.of();
        String name = first.equals("*") && !fields.isEmpty()
                ? fields.keySet().iterator().next()
                : first;
        if (!fields.containsKey(name)) {
            return Stream.empty();
        }
        Map<String, Object> without = new LinkedHashMap<>(fields);
        without.remove(name);
        Stream<Object> values =
                path.size() == 1 ? changed(fields.get(name)) : others(fields.get(name), path.subList(1, path.size()));
        Stream<Object> with = values.map(value -> {
            Map<String, Object> all = new LinkedHashMap<>(fields);
            all.put(name, value);
            return all;
        });
        return path.size() == 1 ? Stream.concat(Stream.of(without), with) : with;
    }

    private static Stream<Object> changed(Object value) {
        if (value instanceof Boolean flag) {
            return Stream.of(!flag);
        }
        if (value instanceof List<?> items) {
            return Stream.of(items.subList(0, items.size() - 1));
        }
        return value instanceof Integer number
                ? Stream.of(number + 1)
                : value instanceof String text
                        ? Stream.of(text.endsWith(".yml") ? "./other.yml" : text + "-other")
                        : Stream.empty();
    }
}
