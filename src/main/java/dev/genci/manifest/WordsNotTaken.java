package dev.genci.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words that people know from Actions or nox and write here, too. {@code words/not-taken.txt} says what to do instead. */
final class WordsNotTaken {
    private static final String FILE = "/words/not-taken.txt";

    private final Map<String, String> words = new HashMap<>();

    WordsNotTaken() {
        for (String line : text().split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0 && line.charAt(0) != '#') {
                words.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
    }

    /** All of them, each with the nearest way. */
    Map<String, String> all() {
        return words;
    }

    /** The nearest way; {@code null} for a word that is not among them. */
    @Nullable String nearest(String word) {
        return words.get(word);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(WordsNotTaken.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
