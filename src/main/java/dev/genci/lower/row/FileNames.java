package dev.genci.lower.row;

/** Names that file systems and stores of artifacts take. */
public final class FileNames {
    private FileNames() {}

    /** Whether every store of artifacts takes a name as it is, and no pattern sees more in it than text. */
    static boolean isArtifact(String text) {
        return text.chars().allMatch(c -> isPlain((char) c) || " ()='".indexOf(c) >= 0);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._-".indexOf(c) >= 0;
    }

    /** A name of its own. */
    public static String plain(String text) {
        return plain(text, true, true);
    }

    /**
     * A part of a name: everything but letters, digits, dots, dashes and underscores becomes one dash.
     *
     * @param afterDash whether a dash, or nothing, is before it
     * @param last whether nothing follows, so that it does not end in a dash
     */
    static String plain(String text, boolean afterDash, boolean last) {
        StringBuilder out = new StringBuilder();
        boolean dash = afterDash;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
                dash = c == '-';
            } else if (!dash) {
                out.append('-');
                dash = true;
            }
        }
        while (last && !out.isEmpty() && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
