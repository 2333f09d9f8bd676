package dev.genci.property;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes manifests: sections and sessions on lines of their own, what is in them in flow style, texts in quotes. */
final class YamlWriter {
    private YamlWriter() {}

    static String write(Map<String, Object> root) {
        StringBuilder out = new StringBuilder();
        root.forEach((key, value) -> {
            if (key.equals("sessions")) {
                out.append("sessions:\n");
                Yaml.map(value).forEach((name, session) -> {
                    out.append("  ").append(flow(name)).append(":\n");
                    Yaml.map(session).forEach((k, v) -> out.append("    ")
                            .append(k)
                            .append(": ")
                            .append(flow(v))
                            .append('\n'));
                });
            } else {
                out.append(key).append(": ").append(flow(value)).append('\n');
            }
        });
        return out.toString();
    }

    private static String flow(Object value) {
        if (value instanceof Map) {
            return Yaml.map(value).entrySet().stream()
                    .map(entry -> flow(entry.getKey()) + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List) {
            return Yaml.list(value).stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
