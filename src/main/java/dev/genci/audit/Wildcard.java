package dev.genci.audit;

/** Patterns in which a mark stands for any text. */
public final class Wildcard {
    private Wildcard() {}

    /** Whether a pattern is about the whole of a text; in time that grows with the product of their lengths. */
    public static boolean matches(String pattern, char any, String text) {
        int mark = -1;
        int again = 0;
        int at = 0;
        int i = 0;
        while (i < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == any) {
                mark = at++;
                again = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (mark >= 0) {
                at = mark + 1;
                i = ++again;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == any) {
            at++;
        }
        return at == pattern.length();
    }
}
