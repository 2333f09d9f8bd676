package dev.genci.manifest;

import dev.genci.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How an entry is written.
 *
 * @param keys the entry's own keys, without those of defaults
 * @param expressionTexts the texts that have an expression in them, its defaults' too
 * @param incomplete whether a part of it was too wrong to be bound, so that what is missing is no news
 */
public record EntrySource(Map<String, Place> keys, List<ExpressionText> expressionTexts, boolean incomplete) {
    /** Whether a text may read the row that it is for. */
    public boolean readsRow() {
        return mentions("row");
    }

    /** Whether a word, in lower case, occurs in a text with an expression. */
    public boolean mentions(String word) {
        return expressionTexts.stream()
                .anyMatch(text -> text.text().value().toLowerCase(Locale.ROOT).contains(word));
    }
}
