package dev.genci.testing;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML without our reader: the library's own composer and constructor, with the core schema. */
public final class Yaml {
    private Yaml() {}

    /** The mapping that a text is. */
    public static Map<String, Object> map(String text) {
        Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        return map(load.loadFromString(text));
    }

    /** A node as a mapping; empty for nothing. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** A node as a list; nothing is empty, a scalar is a list of one. */
    @SuppressWarnings("unchecked")
    public static List<Object> list(Object node) {
        return node == null ? List.of() : node instanceof List ? (List<Object>) node : List.of(node);
    }

    /** The same as texts. */
    public static List<String> texts(Object node) {
        return list(node).stream().map(String::valueOf).toList();
    }
}
