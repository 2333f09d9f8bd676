package dev.genci.emit;

import dev.genci.data.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes data as YAML in the one form that prettier leaves alone: flow style where it fits into the line, block style
 * otherwise, quotes where another reading is possible in YAML 1.1 or 1.2, and the quotes that prettier prefers.
 */
public record YamlText(int width) {
    /** Of a whole file: lines as long as prettier leaves them. */
    public static final YamlText OF_FILE = new YamlText(80);

    /** Of steps, which are written at the margin and then indented. */
    static final YamlText OF_STEPS = new YamlText(OF_FILE.width - Templates.STEP);

    /**
     * What follows a key's colon: a space and the value, or a line break and the value as a block.
     *
     * @param indent of the key
     * @param used characters of the line up to and with the colon, without the indentation
     */
    String after(Value value, int indent, int used) {
        if (value instanceof Value.Nothing) {
            return "";
        }
        if (value instanceof Value.Text text && isBlock(text.text())) {
            return " " + literal(text.text(), indent + 2);
        }
        if (!isCollection(value)) {
            return " " + scalar(value, false);
        }
        if (hasFlow(value)) {
            String flow = flow(value);
            if (indent + used + 1 + flow.length() <= width) {
                return " " + flow;
            }
        }
        return "\n" + block(value, indent + 2);
    }

    /** A key, its colon and its value. */
    public String field(String key, Value value, int indent) {
        String head = string(key, false) + ":";
        return head + after(value, indent, head.length());
    }

    /** A mapping's fields or a list's items, each on separate lines; the first line is indented too. */
    String block(Value value, int indent) {
        String margin = " ".repeat(indent);
        if (value instanceof Value.Fields fields) {
            return fields.fields().entrySet().stream()
                    .map(field -> margin + field(field.getKey(), field.getValue(), indent))
                    .collect(Collectors.joining("\n"));
        }
        List<Value> items = ((Value.Items) value).items();
        return items.stream()
                .map(item -> margin + "- " + item(item, indent + 2))
                .collect(Collectors.joining("\n"));
    }

    /** An item of a list, after its dash. */
    String item(Value item, int indent) {
        if (item instanceof Value.Text text && isBlock(text.text())) {
            return literal(text.text(), indent);
        }
        if (!isCollection(item)) {
            return scalar(item, false);
        }
        String flow = hasFlow(item) ? flow(item) : "";
        return !flow.isEmpty() && indent + flow.length() <= width
                ? flow
                : block(item, indent).substring(indent);
    }

    /** The value on one line, as prettier writes it. */
    private static String flow(Value value) {
        return flow(value, " ");
    }

    /**
     * The value on one line.
     *
     * @param pad what is inside of braces: a space, or nothing
     */
    public static String flow(Value value, String pad) {
        if (value instanceof Value.Fields fields) {
            return fields.isEmpty()
                    ? "{}"
                    : fields.fields().entrySet().stream()
                            .map(field -> flowField(field, pad))
                            .collect(Collectors.joining(", ", "{" + pad, pad + "}"));
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().map(item -> flow(item, pad)).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(value, true);
    }

    private static String flowField(Map.Entry<String, Value> field, String pad) {
        String key = string(field.getKey(), true) + ":";
        return field.getValue() instanceof Value.Nothing ? key : key + " " + flow(field.getValue(), pad);
    }

    private static boolean isCollection(Value value) {
        return value instanceof Value.Fields || value instanceof Value.Items;
    }

    /** Whether a value fits on one line and reads well there. */
    private static boolean hasFlow(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.fields().values().stream().allMatch(YamlText::hasFlow);
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().allMatch(YamlText::hasFlow);
        }
        return !(value instanceof Value.Text text && isBlock(text.text()));
    }

    /** A scalar on one line. */
    public static String scalar(Value value, boolean inFlow) {
        if (value instanceof Value.Text text) {
            return string(text.text(), inFlow);
        }
        if (value instanceof Value.Numeral number) {
            return number.text();
        }
        return value instanceof Value.Flag flag ? Boolean.toString(flag.value()) : "null";
    }

    /** A text on one line. */
    public static String string(String text, boolean inFlow) {
        if (PlainText.isPlain(text, inFlow)) {
            return text;
        }
        if (!text.codePoints().allMatch(YamlText::isPrintable)) {
            return escaped(text);
        }
        // Single quotes where double ones would need a backslash.
        return text.indexOf('"') >= 0 || text.indexOf('\\') >= 0
                ? "'" + text.replace("'", "''") + "'"
                : '"' + text + '"';
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else if (c < 0x10000) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.append(String.format("\\U%08x", c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** A text on one line, without characters that would end the comment or that YAML forbids. */
    public static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().map(c -> isPrintable(c) ? c : ' ').forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    /** Whether YAML allows a character unescaped, and it does not end a line. */
    static boolean isPrintable(int c) {
        return c >= ' ' && c < 0x7f
                || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029
                || c >= 0xe000 && c < 0xfeff
                || c > 0xfeff && c < 0xfffe
                || c >= 0x10000;
    }

    /** Whether a text has several lines that a literal block gives back unchanged, without spaces at their ends. */
    private static boolean isBlock(String text) {
        if (text.indexOf('\n') < 0 || text.startsWith("\n") || text.endsWith("\n\n") || text.charAt(0) == ' ') {
            return false;
        }
        return text.lines().noneMatch(line -> line.endsWith(" "))
                && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
    }

    private static String literal(String text, int indent) {
        String margin = " ".repeat(indent);
        String body =
                text.lines().map(line -> line.isEmpty() ? "" : margin + line).collect(Collectors.joining("\n"));
        return (text.endsWith("\n") ? "|\n" : "|-\n") + body;
    }
}
