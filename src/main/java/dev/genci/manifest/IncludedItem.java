package dev.genci.manifest;

import dev.genci.source.Place;
import java.util.List;

/**
 * An item of {@code include}, as far as it may be wrong.
 *
 * @param unknown keys that are neither an axis of the entry nor anything that an item can bring
 * @param lacking the axes that it does not name, where it is a row of its own
 * @param written whether it is a row of its own whose parameters nobody can write for it
 * @param useless whether it matches rows and brings nothing
 */
public record IncludedItem(
        Place place, List<Located<String>> unknown, List<String> lacking, boolean written, boolean useless) {
    /** Whether it can be bound. */
    boolean isSound() {
        return unknown.isEmpty() && lacking.isEmpty() && !written && !useless;
    }
}
