package dev.genci.emit;

/** Writes words for a shell. */
final class Shell {
    private static final String SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+";

    private Shell() {}

    /** Whether every shell reads a text as one word, without quotes. */
    static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> SAFE.indexOf(c) >= 0);
    }

    /** Whether every shell, and every reader, takes a text in single quotes for what it is. */
    static boolean isPlainInQuotes(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~' && "'$`\\".indexOf(c) < 0);
    }

    /** A word that the shell does not interpret. */
    static String word(String text) {
        return isPlain(text) ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
