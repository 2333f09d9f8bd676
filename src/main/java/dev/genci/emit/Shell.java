package dev.genci.emit;

import java.util.List;
import java.util.stream.Collectors;

/** Writes words for a shell. */
final class Shell {
    private static final String SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";

    private Shell() {}

    /** A word that the shell takes as it is. */
    static String word(String text) {
        boolean safe = !text.isEmpty() && text.chars().allMatch(c -> SAFE.indexOf(c) >= 0);
        return safe ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Words, each with a space before it. */
    static String words(List<String> texts) {
        return texts.stream().map(text -> " " + word(text)).collect(Collectors.joining());
    }
}
