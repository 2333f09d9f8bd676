package dev.genci.noxfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how long sessions took from what {@code nox --report FILE} wrote. */
public final class ReportReader {
    private ReportReader() {}

    /**
     * Adds the durations of a report.
     *
     * @param measured seconds by nox's name of the session
     * @throws ListingProblem when it is none; the message follows the name of the text
     */
    public static void read(String text, Map<String, List<Double>> measured) throws ListingProblem {
        int before = size(measured);
        Json.read(text, "a report of nox", parser -> {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "sessions".equals(parser.currentName())) {
                    sessions(parser, measured);
                }
            }
            return measured;
        });
        if (size(measured) == before) {
            throw ListingProblem.wrong("is not a report of nox (nox --report FILE), or no session succeeded in it");
        }
    }

    private static int size(Map<String, List<Double>> measured) {
        return measured.values().stream().mapToInt(List::size).sum();
    }

    private static void sessions(JsonParser parser, Map<String, List<Double>> measured) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            String name = null;
            String signature = null;
            Double seconds = null;
            boolean success = false;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                boolean number = parser.nextToken().isNumeric();
                switch (field) {
                    case "name" -> name = Json.text(parser);
                    case "signatures" -> signature = first(parser);
                    case "result" -> success = "success".equals(Json.text(parser));
                    case "duration" -> seconds = number ? parser.getDoubleValue() : null;
                    default -> {}
                }
                parser.skipChildren();
            }
            String key = signature == null ? name : signature;
            // One that failed may have ended early.
            if (success && key != null && seconds != null) {
                measured.computeIfAbsent(key, each -> new ArrayList<>()).add(seconds);
            }
        }
    }

    /** The first of its signatures is the name that {@code nox -s} takes; what the report calls the name is the function's. */
    private static @Nullable String first(JsonParser parser) throws IOException {
        String first = null;
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                first = first == null ? Json.text(parser) : first;
            }
        }
        return first;
    }
}
