package dev.genci.expression;

/** The forms of numbers in expressions. */
final class Numbers {
    private Numbers() {}

    /** Whether GitHub reads a word as a number: as in JSON but more freely, or with the prefix 0x or 0o. */
    static boolean isNumber(String word) {
        if (word.startsWith("0x") || word.startsWith("0X")) {
            return all(word, 2, "0123456789abcdefABCDEF");
        }
        if (word.startsWith("0o") || word.startsWith("0O")) {
            return all(word, 2, "01234567");
        }
        int start = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        int whole = digits(word, start);
        int at = whole;
        if (at < word.length() && word.charAt(at) == '.') {
            at = digits(word, at + 1);
        }
        boolean digits = at - start > (at > whole ? 1 : 0);
        return digits && (at == word.length() || isExponent(word, at, true));
    }

    /**
     * Whether Forgejo reads it as a number, too: as in JSON, or with the prefix 0x; without a sign in the exponent
     * other than a minus, without leading zeros, and whole ones within 32 bits.
     */
    static boolean isPlainNumber(String word) {
        if (word.startsWith("0x")) {
            return all(word, 2, "0123456789abcdefABCDEF") && fits(word.substring(2), 16);
        }
        int start = word.startsWith("-") ? 1 : 0;
        int at = digits(word, start);
        if (at == start || word.charAt(start) == '0' && at > start + 1) {
            return false;
        }
        if (at == word.length()) {
            return fits(word, 10);
        }
        if (word.charAt(at) == '.') {
            int fraction = at + 1;
            at = digits(word, fraction);
            if (at == fraction) {
                return false;
            }
        }
        return at == word.length() || isExponent(word, at, false);
    }

    private static boolean isExponent(String word, int at, boolean plus) {
        if (word.charAt(at) != 'e' && word.charAt(at) != 'E') {
            return false;
        }
        int start = at + 1;
        if (start < word.length() && (word.charAt(start) == '-' || plus && word.charAt(start) == '+')) {
            start++;
        }
        boolean zeros = !plus && start + 1 < word.length() && word.charAt(start) == '0';
        return start < word.length() && !zeros && digits(word, start) == word.length();
    }

    private static boolean fits(String number, int radix) {
        if (number.length() > 11) {
            return false;
        }
        long value = Long.parseLong(number, radix);
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean all(String word, int from, String allowed) {
        for (int i = from; i < word.length(); i++) {
            if (allowed.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return from < word.length();
    }
}
