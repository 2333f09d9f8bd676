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

    /** The pair of a key; empty when no example shows it. */
    static Optional<Pair> of(String path, SchemaKeys schema) {
        boolean inDefaults = path.startsWith("defaults.");
        if (!inDefaults && !path.startsWith("sessions.*.")) {
            return Optional.empty();
        }
        List<String> parts = List.of(path.substring(path.indexOf(inDefaults ? "." : "*.") + (inDefaults ? 1 : 2))
                .split("\\."));
        String name = parts.get(0);
        SessionKey key = SessionKey.of(name);
        Output output = key != null && key.goes() == SessionKey.Goes.TABLE ? Output.TABLE : Output.WORKFLOW;
        for (Object example : schema.examples(name)) {
            Object whole = Map.of(name, example);
            for (Map<String, Object> targets : TARGETS) {
                String after = manifest(targets, whole, inDefaults);
                Optional<Pair> pair = others(whole, parts)
                        .map(other -> new Pair(manifest(targets, other, inDefaults), after, output))
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

    private static String manifest(Map<String, Object> targets, Object fields, boolean inDefaults) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("ci", true);
        defaults.put("parallel-safe", true);
        Map<String, Object> session = new LinkedHashMap<>(Map.of("purpose", "A"));
        (inDefaults ? defaults : session).putAll(Yaml.map(fields));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", 1);
        root.put("targets", targets);
        root.put("defaults", defaults);
        root.put("sessions", Map.of("a", session));
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
                : value instanceof String text ? Stream.of(text + "-other") : Stream.empty();
    }
}
