package dev.genci.data;

/** Versions of actions as their tags spell them. */
public final class ActionVersion {
    /** Of which the schema allows no more, so that comparing them cannot overflow. */
    private static final int MOST_DIGITS = 9;

    /** The position after the first one. */
    private static final int MORE_NUMBERS = 2;

    private ActionVersion() {}

    /**
     * Whether a text is a version: {@code v?N(.N){0,2}} with an optional suffix after {@code -}, {@code +} or a point,
     * in ASCII. What the schema allows in {@code pins}, and what may be copied from a committed file into another.
     */
    public static boolean isWellFormed(String text) {
        int at = digits(text, text.startsWith("v") ? 1 : 0);
        for (int i = 0; i < MORE_NUMBERS && at > 0 && at < text.length() && text.charAt(at) == '.'; i++) {
            int next = digits(text, at + 1);
            if (next < 0) {
                break;
            }
            at = next;
        }
        return at > 0 && (at == text.length() || isSuffix(text, at));
    }

    /** The position after one to nine digits; -1 if there are none, or more. */
    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at == start || at - start > MOST_DIGITS ? -1 : at;
    }

    private static boolean isSuffix(String text, int start) {
        boolean begins = "-+.".indexOf(text.charAt(start)) >= 0 && start + 1 < text.length();
        return begins
                && isAlphanumeric(text.charAt(start + 1))
                && text.substring(start + 2).chars().allMatch(c -> isAlphanumeric(c) || ".+-".indexOf(c) >= 0);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(int c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** A version without the {@code v} that most tags begin with. */
    public static String withoutPrefix(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }

    /**
     * One spelling of what is one version: without {@code v}, zeros before a number, and what stands after a {@code +}, which
     * tells builds of one version apart.
     */
    public static String canonical(String version) {
        int build = version.indexOf('+');
        String release = withoutPrefix(build < 0 ? version : version.substring(0, build));
        StringBuilder canonical = new StringBuilder();
        boolean atStart = true; // of a number, but for zeros
        for (int i = 0; i < release.length(); i++) {
            char c = release.charAt(i);
            boolean padding = atStart && c == '0' && i + 1 < release.length() && isDigit(release.charAt(i + 1));
            if (!padding) {
                canonical.append(c);
                atStart = !isAlphanumeric(c);
            }
        }
        return canonical.toString();
    }

    /** Compares number by number; {@code v7} is {@code v7.0.0}. */
    public static int compare(String a, String b) {
        String[] left = numbers(a);
        String[] right = numbers(b);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Long.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The first number. */
    public static long major(String version) {
        return number(numbers(version), 0);
    }

    private static String[] numbers(String version) {
        return withoutPrefix(version).split("[^0-9]+");
    }

    private static long number(String[] numbers, int index) {
        boolean there = index < numbers.length && !numbers[index].isEmpty() && numbers[index].length() < 18;
        return there ? Long.parseLong(numbers[index]) : 0;
    }
}
