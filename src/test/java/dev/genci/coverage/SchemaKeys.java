package dev.genci.coverage;

import dev.genci.testing.Yaml;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that the schema knows, as paths: {@code cache.hash}, {@code sessions.*.before.[].run}. {@code *} is a name that
 * people choose, {@code []} an item of a list of mappings.
 */
public final class SchemaKeys {
    private final Map<String, Object> root;
    private final Map<String, Object> definitions;

    /** @param schema its text; JSON is YAML */
    public SchemaKeys(String schema) {
        this.root = Yaml.map(schema);
        this.definitions = Yaml.map(root.get("definitions"));
    }

    /** The scopes of permissions, each with an access that it can have. */
    public List<String> scopes() {
        return Yaml.map(Yaml.map(definitions.get("permissions")).get("properties")).entrySet().stream()
                .map(scope -> scope.getKey() + ": "
                        + Yaml.texts(Yaml.map(scope.getValue()).get("enum")).get(0))
                .toList();
    }

    /** The examples of a key of a session, its own or those of what it stands for. */
    List<Object> examples(String sessionKey) {
        Map<String, Object> session = Yaml.map(definitions.get("session"));
        return Yaml.list(
                resolved(Yaml.map(session.get("properties")).get(sessionKey)).get("examples"));
    }

    /** The same of a job that the manifest writes. */
    List<Object> examplesOfJob(String key) {
        Map<String, Object> job = Yaml.map(definitions.get("writtenJob"));
        return Yaml.list(resolved(Yaml.map(job.get("properties")).get(key)).get("examples"));
    }

    /** Every key that has none inside it. */
    Set<String> leaves() {
        Set<String> leaves = new LinkedHashSet<>();
        leaves(root, "", leaves);
        return leaves;
    }

    /**
     * Every place where a text can stand: {@code name} a value, {@code tags.[]} an item, {@code env.{}} a name that people
     * choose.
     */
    public Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        texts(root, "", texts);
        return texts;
    }

    private void texts(Map<String, Object> schema, String path, Set<String> texts) {
        if (Yaml.texts(schema.get("type")).contains("string")) {
            texts.add(path.substring(1));
        }
        Yaml.map(schema.get("properties")).forEach((key, child) -> texts(resolved(child), path + "." + key, texts));
        if (schema.get("additionalProperties") instanceof Map<?, ?> child) {
            texts.add((path + ".{}").substring(1));
            texts(resolved(child), path + ".*", texts);
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            texts(resolved(items), path + ".[]", texts);
        }
    }

    private void leaves(Map<String, Object> schema, String path, Set<String> leaves) {
        Map<String, Map<String, Object>> inside = inside(schema);
        if (inside.isEmpty()) {
            leaves.add(path.substring(1));
        }
        inside.forEach((key, child) -> leaves(child, path + "." + key, leaves));
    }

    /** The schemas of what stands directly in a value, by key. */
    private Map<String, Map<String, Object>> inside(Map<String, Object> schema) {
        Map<String, Map<String, Object>> inside = new LinkedHashMap<>();
        Yaml.map(schema.get("properties")).forEach((key, child) -> inside.put(key, resolved(child)));
        if (schema.get("additionalProperties") instanceof Map<?, ?> child) {
            inside.put("*", resolved(child));
        }
        if (schema.get("items") instanceof Map<?, ?> items
                && !inside(resolved(items)).isEmpty()) {
            inside.put("[]", resolved(items));
        }
        return inside;
    }

    private Map<String, Object> resolved(Object schema) {
        Object reference = Yaml.map(schema).get("$ref");
        if (reference == null) {
            return Yaml.map(schema);
        }
        String name = reference.toString();
        return Yaml.map(definitions.get(name.substring(name.lastIndexOf('/') + 1)));
    }

    /** The keys in which two manifests differ. */
    Set<String> differences(String before, String after) {
        Set<String> keys = new LinkedHashSet<>();
        compare(root, Yaml.map(before), Yaml.map(after), "", keys);
        return keys;
    }

    private void compare(Map<String, Object> schema, Object a, Object b, String path, Set<String> keys) {
        if (a != null && a.equals(b)) {
            return;
        }
        Map<String, Map<String, Object>> inside = inside(schema);
        boolean maps = a instanceof Map && (b == null || b instanceof Map) || a == null && b instanceof Map;
        boolean lists = (a instanceof List && (b == null || b instanceof List) || a == null && b instanceof List)
                && inside.containsKey("[]");
        if (maps && !inside.isEmpty()) {
            Set<String> names = new LinkedHashSet<>(Yaml.map(a).keySet());
            names.addAll(Yaml.map(b).keySet());
            for (String name : names) {
                String key = inside.containsKey(name) ? name : "*";
                compare(inside.get(key), Yaml.map(a).get(name), Yaml.map(b).get(name), path + "." + key, keys);
            }
        } else if (lists) {
            for (int i = 0; i < Math.max(Yaml.list(a).size(), Yaml.list(b).size()); i++) {
                compare(inside.get("[]"), item(a, i), item(b, i), path + ".[]", keys);
            }
        } else {
            keys.add(path.substring(1));
        }
    }

    private static Object item(Object list, int index) {
        return index < Yaml.list(list).size() ? Yaml.list(list).get(index) : null;
    }
}
