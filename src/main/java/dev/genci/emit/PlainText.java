package dev.genci.emit;

import java.util.Locale;
import java.util.Set;

/** Decides which texts need no quotes: those that every YAML reader, of version 1.1 too, takes for nothing but text. */
final class PlainText {
    /** Words that a reader of YAML 1.1 or 1.2 takes for something else, in lower case. */
    private static final Set<String> WORDS = Set.of(
            "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", "+.inf", ".nan");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
    private static final String OF_NUMBERS = "0123456789abcdefxo_:.+-";

    private PlainText() {}

    /** Whether a text reads back as itself without quotes. */
    static boolean isPlain(String text, boolean inFlow) {
        if (text.isEmpty()
                || text.startsWith(" ")
                || text.endsWith(" ")
                || text.endsWith(":")
                || INDICATORS.indexOf(text.charAt(0)) >= 0
                || text.contains(": ")
                || text.contains(" #")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || inFlow && ",[]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !isWordOrNumber(text.toLowerCase(Locale.ROOT));
    }

    /** Anything made only of what numbers, times and dates are made of counts as one. */
    private static boolean isWordOrNumber(String text) {
        if (WORDS.contains(text)) {
            return true;
        }
        return "0123456789.+".indexOf(text.charAt(0)) >= 0 && text.chars().allMatch(c -> OF_NUMBERS.indexOf(c) >= 0);
    }
}
