package dev.genci.noxfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON that nox wrote. */
final class Json {
    private Json() {}

    /** What becomes of a text. */
    interface Reading<T> {
        T from(JsonParser parser) throws IOException, ListingProblem;
    }

    /**
     * Reads a text.
     *
     * @param what says what the text must be, for the message where it is no JSON
     * @throws ListingProblem when it is no JSON; the message follows the name of the text
     */
    static <T> T read(String text, String what, Reading<T> reading) throws ListingProblem {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return reading.from(parser);
        } catch (JsonProcessingException e) {
            throw ListingProblem.wrong("is not " + what + ": it is not JSON in line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text; {@code null} for anything else, which is passed over. */
    static @Nullable String text(JsonParser parser) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        parser.skipChildren();
        return text;
    }
}
