package dev.genci.emit;

import java.util.Locale;
import java.util.Set;

/** Decides which texts need no quotes: those that every reader of YAML 1.1 or 1.2 parses as text. */
final class PlainText {
    /** Words that a reader of YAML 1.1 or 1.2 parses as another type, in lower case. */
    private static final Set<String> WORDS = Set.of(
            "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", "+.inf", ".nan");

    private static final int LONGEST_WORD = 5;

    /** What no plain text begins with. */
    private static final String OUTSIDE = " -?:,[]{}#&*!|>'\"%@`";

    /** What ends a plain text within brackets, a question mark for readers of YAML 1.1. */
    private static final String OF_FLOW = ",[]{}?";

    private static final String OF_NUMBERS = "0123456789abcdefxo_:.+-";

    private PlainText() {}

    /** Whether a text reads back as itself without quotes. */
    static boolean isPlain(String text, boolean inFlow) {
        if (text.isEmpty() || OUTSIDE.indexOf(text.charAt(0)) >= 0 || text.endsWith(" ") || text.endsWith(":")) {
            return false;
        }
        // A call for each character would dominate a run that ends before the JIT compiles it.
        char[] characters = text.toCharArray();
        char before = ' ';
        for (char c : characters) {
            boolean breaks = c < ' ' || c >= 0x7f || c == ' ' && before == ':' || c == '#' && before == ' ';
            if (breaks || inFlow && OF_FLOW.indexOf(c) >= 0) {
                return false;
            }
            before = c;
        }
        return !isWordOrNumber(text);
    }

    /** Whether a text begins with a day, as the date and time of YAML 1.1 does: {@code 2001-12-14 21:59:43 Z}. */
    private static boolean isDate(String text) {
        return text.length() > 5 && text.charAt(4) == '-' && text.indexOf('-', 5) > 0;
    }

    /** Anything made only of what numbers, times and dates are made of counts as one. */
    private static boolean isWordOrNumber(String text) {
        if (text.length() <= LONGEST_WORD && WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return "0123456789.+".indexOf(text.charAt(0)) >= 0
                && (isDate(text) || text.chars().allMatch(c -> OF_NUMBERS.indexOf(Character.toLowerCase(c)) >= 0));
    }
}
