package dev.genci.yaml;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor in a text is in: the word that is being typed, which may be empty.
 *
 * @param path from the root to the value that the word is or, if it is a key, to its mapping
 * @param isKey whether it is a key
 * @param plain whether it is written without quotes
 * @param flow whether it is in brackets or braces
 * @param neighbours of a key, the other keys of the mapping; of an item, the other texts of the list; else none
 * @param line counted from 1
 * @param start column of its first character, counted from 1 in code points
 * @param end column after its last character
 */
public record Cursor(
        List<Step> path,
        boolean isKey,
        boolean plain,
        boolean flow,
        Set<String> neighbours,
        int line,
        int start,
        int end) {

    /** Copies the lists. */
    public Cursor {
        path = List.copyOf(path);
        neighbours = Set.copyOf(neighbours);
    }

    /**
     * From a node to one inside it.
     *
     * @param key absent: an item of a list
     */
    public record Step(@Nullable String key) {
        /** To any item of a list. */
        public static final Step ITEM = new Step(null);
    }
}
