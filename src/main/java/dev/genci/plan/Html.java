package dev.genci.plan;

import java.util.Locale;

/** Writes HTML: texts, numbers, names that fit. */
final class Html {
    private static final double WIDTH_OF_A_LETTER = 7;

    private Html() {}

    /** A text, also in an attribute. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A text that is cut to a width in pixels. */
    static String cut(String text, double width) {
        int most = Math.max(1, (int) (width / WIDTH_OF_A_LETTER));
        if (text.codePointCount(0, text.length()) <= most) {
            return text(text);
        }
        return text(text.substring(0, text.offsetByCodePoints(0, most - 1))) + "…";
    }

    /** Pixels, to a tenth. */
    static String px(double exact) {
        String text = String.format(Locale.ROOT, "%.1f", exact);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** An SVG of so many pixels, which scrolls where it is too wide. */
    static String svg(double width, double height, String label, String content) {
        return "<div class=\"wide\"><svg role=\"img\" aria-label=\"" + text(label) + "\" width=\"" + px(width)
                + "\" height=\"" + px(height) + "\">\n" + content + "</svg></div>\n";
    }
}
