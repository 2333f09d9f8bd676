package dev.genci.report;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics for programs: a JSON array of objects {@code {file, line, column, length, severity, rule, message, help,
 * related: [{file, line, column, length, message}]}}; {@code help} is {@code null} when there is none.
 */
public final class JsonReport {
    private JsonReport() {}

    /** One diagnostic a line, so that the text is good to read and to compare. */
    public static String print(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder("[");
        String separator = "\n  ";
        for (Diagnostic diagnostic : diagnostics) {
            out.append(separator);
            print(diagnostic, out);
            separator = ",\n  ";
        }
        return out.append(diagnostics.isEmpty() ? "]\n" : "\n]\n").toString();
    }

    private static void print(Diagnostic diagnostic, StringBuilder out) {
        out.append('{');
        place(diagnostic.place(), out);
        field("severity", diagnostic.severity().word(), out.append(", "));
        field("rule", diagnostic.rule().id(), out.append(", "));
        field("message", diagnostic.message(), out.append(", "));
        field("help", diagnostic.help(), out.append(", "));
        out.append(", \"related\": [");
        String separator = "";
        for (Diagnostic.Related related : diagnostic.related()) {
            place(related.place(), out.append(separator).append('{'));
            field("message", related.message(), out.append(", "));
            out.append('}');
            separator = ", ";
        }
        out.append("]}");
    }

    private static void place(Place place, StringBuilder out) {
        field("file", place.file().name(), out);
        out.append(", \"line\": ").append(place.line());
        out.append(", \"column\": ").append(place.column());
        out.append(", \"length\": ").append(place.length());
    }

    private static void field(String name, @Nullable String value, StringBuilder out) {
        string(name, out);
        out.append(": ");
        if (value == null) {
            out.append("null");
        } else {
            string(value, out);
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '\u007f' || Character.isSurrogate(c)) {
                out.append("\\u").append(Character.forDigit(c >> 12, 16));
                out.append(Character.forDigit(c >> 8 & 15, 16));
                out.append(Character.forDigit(c >> 4 & 15, 16));
                out.append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
