package dev.genci.fuzz;

import dev.genci.coverage.Pairs.Pair;
import dev.genci.testing.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A manifest with a hole for a text, at one of the places where the schema takes one. Every scalar is on a line of its own.
 *
 * @param path as {@link SchemaKeys#texts} has it
 * @param before the text up to the hole
 * @param after the text behind it
 */
record TextPlace(String path, String before, String after) {
    private static final String HOLE = "hole-in-the-manifest";

    /** The place in the manifest that shows the key. */
    static TextPlace of(String path, Map<String, Pair> pairs) {
        String key = path.replaceAll("(\\.\\[]|\\.\\{}|\\.\\*)+$", "");
        Pair pair = pairs.entrySet().stream()
                .filter(entry -> (entry.getKey() + ".").startsWith(key + ".") || key.startsWith(entry.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no manifest for " + path));
        Object filled = with(Yaml.map(pair.after()), List.of(path.split("\\.")));
        String[] parts = ManifestText.block(filled).split(ManifestText.quoted(HOLE), -1);
        if (parts.length != 2) {
            throw new AssertionError(parts.length - 1 + " places for " + path + " in\n" + pair.after());
        }
        return new TextPlace(path, parts[0], parts[1]);
    }

    /** A copy of a tree with the hole at a path; what is in the way gives way. */
    private static Object with(Object node, List<String> path) {
        if (path.isEmpty()) {
            return HOLE;
        }
        List<String> rest = path.subList(1, path.size());
        if (path.get(0).equals("[]")) {
            List<Object> items = new ArrayList<>(node instanceof List<?> list ? list : List.of());
            Object first = items.isEmpty() ? null : items.remove(0);
            items.add(0, with(first, rest));
            return items;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> old = node instanceof Map ? Yaml.map(node) : Map.of();
        String first = old.isEmpty() ? "name" : old.keySet().iterator().next();
        String key = path.get(0).equals("*") || path.get(0).equals("{}") ? first : path.get(0);
        if (path.get(0).equals("{}")) {
            // A label of a target's map has to stay for those who use it.
            fields.putAll(old);
            if (!old.containsKey("x")) {
                fields.remove(key);
            }
            fields.put(HOLE, old.get(key));
        } else {
            fields.putAll(old);
            fields.put(key, with(old.get(key), rest));
        }
        return fields;
    }

    /** The manifest with a text in the hole. */
    String manifest(String text) {
        return before + ManifestText.quoted(text) + after;
    }

    /** The manifest with two keys in the hole, one below the other, both with its value. */
    String manifest(String key, String other) {
        String margin = " ".repeat(column() - 1);
        int end = after.indexOf('\n') + 1;
        while (end < after.length() && after.startsWith(margin + " ", end)) {
            end = after.indexOf('\n', end) + 1;
        }
        return before
                + ManifestText.quoted(key)
                + after.substring(0, end)
                + margin
                + ManifestText.quoted(other)
                + after;
    }

    /** Where the hole is, counted from 1. */
    int line() {
        return (int) before.chars().filter(c -> c == '\n').count() + 1;
    }

    /** Where the hole is, counted from 1. */
    int column() {
        return before.length() - before.lastIndexOf('\n');
    }

    /** Whether it is a part of a runner. */
    boolean isRunner() {
        return path.contains("runs-on") || path.contains(".os.");
    }

    /** Whether what stands there is a script, which may hold whatever a shell understands, or words of one. */
    boolean isScript() {
        return path.endsWith(".run") || path.endsWith("nox.command");
    }
}
