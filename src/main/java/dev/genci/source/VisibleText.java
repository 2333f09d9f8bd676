package dev.genci.source;

/** Makes foreign text safe to print: invisible characters, and those that control a terminal, become escapes. */
public final class VisibleText {
    private VisibleText() {}

    /** The text with escapes like {@code \}{@code u001b} for all that is invisible but spaces, tabs and line feeds. */
    public static String of(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                if (out == null) {
                    out = new StringBuilder(text.length() + 8).append(text, 0, i);
                }
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 15, 16));
                }
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isInvisible(char c) {
        if (c < 0x7f) {
            return c < ' ' && c != '\n' && c != '\t';
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
