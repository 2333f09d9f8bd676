package dev.genci.noxfile;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code nox -l --json} prints: an array of objects with {@code session}, {@code name}, {@code description}, {@code python}
 * (a text, null, or false for no environment) and {@code tags}. Other fields are passed over.
 */
public final class ListingReader {
    private static final String OUTPUT = "the output of nox -l --json";

    private ListingReader() {}

    /**
     * Reads a listing.
     *
     * @param text may have lines before and after the listing, which a noxfile prints when nox imports it
     * @throws ListingProblem when it is none, or has no session; the message follows the name of the text
     */
    public static NoxListing read(String text) throws ListingProblem {
        String json = listing(text);
        if (json.isBlank()) {
            throw ListingProblem.wrong("is empty: it must be what nox -l --json prints");
        }
        List<NoxSession> sessions = Json.read(json, OUTPUT, ListingReader::sessions);
        if (sessions.isEmpty()) {
            throw ListingProblem.wrong("has no session");
        }
        return new NoxListing(sessions);
    }

    /** The last line that is a whole array: nox prints it on one. Without any, the whole text: somebody may have laid it out. */
    private static String listing(String text) {
        String found = text;
        for (String line : text.lines().toList()) {
            found = line.startsWith("[") && line.stripTrailing().endsWith("]") ? line : found;
        }
        return found;
    }

    private static List<NoxSession> sessions(JsonParser parser) throws IOException, ListingProblem {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw ListingProblem.wrong("is not " + OUTPUT + ": it must be a list of sessions");
        }
        List<NoxSession> sessions = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw ListingProblem.wrong(
                        "is not " + OUTPUT + ": item " + (sessions.size() + 1) + " must be an object");
            }
            sessions.add(session(parser, sessions.size() + 1));
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the list");
        }
        return sessions;
    }

    private static NoxSession session(JsonParser parser, int number) throws IOException, ListingProblem {
        String session = null;
        String name = null;
        String description = null;
        String python = null;
        boolean hasVenv = true;
        List<String> tags = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "session" -> session = Json.text(parser);
                case "name" -> name = Json.text(parser);
                case "description" -> description = Json.text(parser);
                case "python" -> {
                    python = Json.text(parser);
                    hasVenv = value != JsonToken.VALUE_FALSE;
                }
                case "tags" -> tags = texts(parser);
                default -> parser.skipChildren();
            }
        }
        if (session == null || name == null) {
            throw ListingProblem.wrong("is not " + OUTPUT + ": item " + number + " has no \""
                    + (session == null ? "session" : "name") + "\"");
        }
        return new NoxSession(session, name, description == null ? "" : description, python, hasVenv, tags);
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String text = Json.text(parser);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        parser.skipChildren();
        return texts;
    }
}
