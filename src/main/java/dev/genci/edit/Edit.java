package dev.genci.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces a stretch of a text.
 *
 * @param start of the stretch, counted in characters from 0
 * @param end after its last character; equal to the start where nothing goes
 * @param text what takes its place; empty where nothing comes
 */
public record Edit(int start, int end, String text) {

    /** Checks that the stretch is one. */
    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no stretch: " + start + " to " + end);
        }
    }

    /** Inserts a text before a character. */
    public static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }

    /** Whether none of some edits overlaps another. */
    public static boolean areApart(List<Edit> edits) {
        List<Edit> sorted = sorted(edits);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).start < sorted.get(i - 1).end) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text after all edits, whose positions are those of the text before. What is inserted at one place stays in the order of
     * the list.
     *
     * @throws IllegalArgumentException when edits overlap or are outside of the text
     */
    public static String apply(String text, List<Edit> edits) {
        if (!areApart(edits)) {
            throw new IllegalArgumentException("edits overlap: " + edits);
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (Edit edit : sorted(edits)) {
            if (edit.end > text.length()) {
                throw new IllegalArgumentException("outside of the text: " + edit);
            }
            out.append(text, from, edit.start).append(edit.text);
            from = edit.end;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** By place; what is inserted before a stretch comes before what replaces it. */
    private static List<Edit> sorted(List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        return sorted;
    }
}
