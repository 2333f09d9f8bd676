package dev.genci.report;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings for programs, as {@code schemas/report.schema.json} describes them. */
public final class JsonReport {
    /** Rises when a program that reads reports would have to change. */
    private static final int VERSION = 1;

    private JsonReport() {}

    /**
     * One finding a line, and one file a line, so that the text is good to read and to compare.
     *
     * @param files those that were compared; empty where nothing was
     */
    public static String print(List<Finding> findings, List<FileState> files) {
        List<String> rows = findings.stream().map(JsonReport::finding).toList();
        List<String> states = files.stream()
                .map(file -> "{" + field("file", file.file()) + ", " + field("state", file.state()) + "}")
                .toList();
        return "{\n  \"version\": " + VERSION + ",\n  \"findings\": " + list(rows) + ",\n  \"files\": " + list(states)
                + "\n}\n";
    }

    private static String list(List<String> rows) {
        return rows.isEmpty() ? "[]" : "[\n    " + String.join(",\n    ", rows) + "\n  ]";
    }

    /** A finding on one line, for other reports, too. */
    public static String finding(Finding finding) {
        List<String> related = new ArrayList<>();
        for (Diagnostic.Related other : finding.related()) {
            related.add("{" + place(other.place()) + ", " + field("message", other.message()) + "}");
        }
        return "{" + place(finding.place())
                + ", " + field("severity", finding.severity().word())
                + ", " + field("rule", finding.rule())
                + ", " + field("message", finding.message())
                + ", " + field("help", finding.help())
                + ", \"related\": [" + String.join(", ", related) + "]}";
    }

    private static String place(Place place) {
        return field("file", place.file().name()) + ", \"line\": " + place.line() + ", \"column\": " + place.column()
                + ", \"length\": " + place.length();
    }

    private static String field(String name, @Nullable String value) {
        return "\"" + name + "\": " + (value == null ? "null" : JsonText.quoted(value));
    }
}
