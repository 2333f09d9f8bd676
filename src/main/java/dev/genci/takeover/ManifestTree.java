package dev.genci.takeover;

import dev.genci.data.Value;
import dev.genci.emit.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A manifest to be: values by path, with comments. Items of lists are counted from 0 in a path. */
final class ManifestTree {
    private static final YamlText YAML = new YamlText(120);
    private static final int COMMENT = 110;
    /** The keys whose entries have keys with comments of their own, and how deep these are. */
    private static final Map<String, Integer> DEEP =
            Map.of("sessions", 3, "workflows", 3, "jobs", 2, "defaults", 2, "pins", 2);

    private static final List<String> ORDER = List.of(
            "version",
            "name",
            "run-name",
            "targets",
            "on",
            "env",
            "permissions",
            "concurrency",
            "final-job",
            "nox",
            "workflows",
            "defaults",
            "sessions",
            "jobs",
            "pins");

    private Value.Fields root = Value.fields();
    private final Map<List<String>, Set<String>> comments = new HashMap<>();

    /** Sets a value; the fields around it are made where they are missing. */
    void put(List<String> path, Value value) {
        root = (Value.Fields) put(root, path, value);
    }

    private static Value put(@Nullable Value around, List<String> path, Value value) {
        if (path.isEmpty()) {
            return value;
        }
        Value.Fields fields = around instanceof Value.Fields there ? there : Value.fields();
        String key = path.get(0);
        return fields.with(key, put(fields.fields().get(key), path.subList(1, path.size()), value));
    }

    /** The value of a path; {@code null} where there is none. */
    @Nullable Value get(List<String> path) {
        Value value = root;
        for (String key : path) {
            if (value instanceof Value.Fields fields) {
                value = fields.fields().get(key);
            } else if (value instanceof Value.Items items) {
                int index = Integer.parseInt(key);
                value = index < items.items().size() ? items.items().get(index) : null;
            } else {
                return null;
            }
        }
        return value;
    }

    /** Removes a value, and what is empty without it but for an entry. */
    void remove(List<String> path) {
        root = (Value.Fields) remove(root, path, 0);
    }

    private static Value remove(Value around, List<String> path, int depth) {
        String key = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (around instanceof Value.Items items) {
            List<Value> all = new ArrayList<>(items.items());
            int index = Integer.parseInt(key);
            Value less = last ? Value.fields() : remove(all.get(index), path, depth + 1);
            if (isEmpty(less)) {
                all.remove(index);
            } else {
                all.set(index, less);
            }
            return new Value.Items(all);
        }
        Value.Fields fields = (Value.Fields) around;
        Value inner = fields.fields().get(key);
        if (last || inner == null) {
            return fields.without(key);
        }
        Value less = remove(inner, path, depth + 1);
        return isEmpty(less) && depth != 1 ? fields.without(key) : fields.with(key, less);
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Fields fields && fields.isEmpty()
                || value instanceof Value.Items items && items.items().isEmpty();
    }

    /** Adds a comment above a value, or above the nearest one around it that can have one. */
    void comment(List<String> path, String text) {
        int depth = path.isEmpty() ? 0 : Math.min(path.size(), DEEP.getOrDefault(path.get(0), 1));
        comments.computeIfAbsent(List.copyOf(path.subList(0, depth)), at -> new LinkedHashSet<>())
                .add(text);
    }

    /** Puts the comments of a value that is gone above another one. */
    void moveComments(List<String> from, List<String> to) {
        Set<String> moved = comments.remove(from);
        if (moved != null) {
            moved.forEach(text -> comment(to, text));
        }
    }

    /** How many comments ask or say something. */
    int comments() {
        return comments.values().stream().mapToInt(Set::size).sum();
    }

    /** The manifest's text. */
    String text() {
        StringBuilder out = new StringBuilder();
        comment(List.of(), "", out);
        for (String key : ORDER) {
            Value value = root.fields().get(key);
            if (value != null) {
                out.append(DEEP.containsKey(key) ? "\n" : "");
                field(List.of(key), value, 0, out);
            }
        }
        return out.toString();
    }

    private void field(List<String> path, Value value, int indent, StringBuilder out) {
        String margin = " ".repeat(indent);
        comment(path, margin, out);
        String key = path.get(path.size() - 1);
        boolean opens = path.size() < DEEP.getOrDefault(path.get(0), 1);
        if (opens && value instanceof Value.Fields fields && !fields.isEmpty()) {
            out.append(margin).append(YamlText.string(key, false)).append(":\n");
            fields.fields().forEach((name, inner) -> {
                List<String> below = new ArrayList<>(path);
                below.add(name);
                field(below, inner, indent + 2, out);
            });
        } else {
            String field = YAML.field(key, value, indent);
            // Quoted for readers of YAML 1.1, which a manifest never meets.
            String plain = key.equals("on") && field.startsWith("\"on\"") ? "on" + field.substring(4) : field;
            out.append(margin).append(plain).append('\n');
        }
    }

    private void comment(List<String> path, String margin, StringBuilder out) {
        for (String text : comments.getOrDefault(path, Set.of())) {
            for (String line : wrapped(YamlText.comment(text), COMMENT - margin.length())) {
                out.append(margin).append("# ").append(line).append('\n');
            }
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Removes keys below a key, and that one if it is empty then; whether any was there. */
    boolean drop(String around, Set<String> keys) {
        keys.forEach(key -> remove(List.of(around, key)));
        if (get(List.of(around)) instanceof Value.Fields fields && fields.isEmpty()) {
            remove(List.of(around));
        }
        return !keys.isEmpty();
    }

    /** The entries below a key, in their order. */
    Map<String, Value.Fields> entries(String key) {
        Map<String, Value.Fields> all = new LinkedHashMap<>();
        if (root.fields().get(key) instanceof Value.Fields fields) {
            fields.fields().forEach((name, value) -> {
                if (value instanceof Value.Fields entry) {
                    all.put(name, entry);
                }
            });
        }
        return all;
    }
}
