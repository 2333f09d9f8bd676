package dev.genci.fix;

import dev.genci.emit.YamlText;
import dev.genci.source.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a word is written in the text, so that another one can take its place.
 *
 * @param word its place, with its quotes
 */
public record Written(Place word, String text) {
    /** Anchors and tags stand before what they belong to. */
    private static final Pattern PROPERTIES = Pattern.compile("(?:[&!]\\S*\\s+)*");

    /** The word of a place: where it is written, if that is an alias. */
    public static Written at(Place place) {
        Place written = place.written();
        String text = written.text();
        Matcher properties = PROPERTIES.matcher(text);
        int before = properties.lookingAt() ? text.codePointCount(0, properties.end()) : 0;
        Place word = new Place(
                written.file(), written.line(), written.column() + before, Math.max(1, written.length() - before));
        return new Written(word, word.text());
    }

    /** Another text for a stretch of a line. */
    public record Change(Place place, String text) {}

    /**
     * The change that writes another word in place of one, be it a part of what is written here.
     *
     * @param whole whether what is written here is a whole text, which may need quotes
     * @return {@code null} where that is not written here, or not once, or in a form that changes it
     */
    public @Nullable Change replace(String old, String other, boolean whole) {
        String quote = quote();
        if (whole && text.equals(quote + old + quote)) {
            boolean same = !quote.isEmpty() && other.chars().noneMatch(c -> c < ' ' || "\"'\\".indexOf(c) >= 0);
            return new Change(word, same ? quote + other + quote : YamlText.string(other, true));
        }
        int at = text.indexOf(old);
        boolean once = at >= 0 && text.indexOf(old, at + 1) < 0;
        boolean harmless = other.matches("[A-Za-z0-9_.-]+");
        if (!once || !harmless) {
            return null;
        }
        int start = word.column() + text.codePointCount(0, at);
        return new Change(new Place(word.file(), word.line(), start, old.codePointCount(0, old.length())), other);
    }

    private String quote() {
        return text.startsWith("\"") ? "\"" : text.startsWith("'") ? "'" : "";
    }
}
