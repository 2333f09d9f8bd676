package dev.genci.fuzz;

import dev.genci.testing.Yaml;
import java.util.List;
import java.util.Map;

/** Writes data as YAML: every scalar on a line of its own, or all on one line; texts in quotes. */
public final class ManifestText {
    private ManifestText() {}

    /** In block style: what a line of the text is wrong about is one value. */
    public static String block(Object value) {
        StringBuilder out = new StringBuilder();
        block(value, 0, out);
        return out.toString();
    }

    private static void block(Object value, int indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, child) -> {
                out.append(" ".repeat(indent)).append(flow(key)).append(":");
                child(child, indent, out);
            });
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(child -> {
                out.append(" ".repeat(indent)).append("-");
                child(child, indent, out);
            });
        } else {
            out.append(" ".repeat(indent)).append(flow(value)).append('\n');
        }
    }

    private static void child(Object child, int indent, StringBuilder out) {
        boolean nested =
                child instanceof Map<?, ?> map && !map.isEmpty() || child instanceof List<?> list && !list.isEmpty();
        if (nested) {
            block(child, indent + 2, out.append('\n'));
        } else {
            out.append(' ').append(flow(child)).append('\n');
        }
    }

    /** In flow style. */
    public static String flow(Object value) {
        StringBuilder out = new StringBuilder();
        flow(value, out);
        return out.toString();
    }

    private static void flow(Object value, StringBuilder out) {
        if (value instanceof Map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                flow(entry.getKey(), out.append(separator));
                flow(entry.getValue(), out.append(": "));
                separator = ", ";
            }
            out.append(separator.equals("{") ? "{}" : "}");
        } else if (value instanceof List) {
            String separator = "[";
            for (Object item : Yaml.list(value)) {
                flow(item, out.append(separator));
                separator = ", ";
            }
            out.append(separator.equals("[") ? "[]" : "]");
        } else {
            out.append(value instanceof String text ? quoted(text) : String.valueOf(value));
        }
    }

    /** In double quotes, with everything escaped that needs it, also what has no right to be there. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0x2028 && c <= 0x202e || c >= 0xd800) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
