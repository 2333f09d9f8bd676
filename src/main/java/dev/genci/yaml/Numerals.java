package dev.genci.yaml;

/** Numbers that every YAML reader parses as the same number, and writes in the same form. */
final class Numerals {
    /** Digits that a binary number of 64 bits keeps. */
    private static final int MOST_DIGITS = 15;
    /** A smaller one is written with an exponent. */
    private static final String TINY = "0.000000";

    private Numerals() {}

    /** Whether a number in the core schema of YAML 1.2 is one: {@code 5}, {@code -0.5}; not {@code 010} or {@code 3.10}. */
    static boolean isShared(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        boolean zero = whole.equals("0");
        return whole.length() + fraction.length() <= MOST_DIGITS
                && isDigits(whole)
                && (zero || !whole.startsWith("0"))
                && (point < 0 ? !text.equals("-0") : isDigits(fraction) && !fraction.endsWith("0"))
                && !digits.startsWith(TINY);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
