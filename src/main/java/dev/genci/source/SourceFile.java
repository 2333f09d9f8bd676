package dev.genci.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with the name that messages use. Equality is identity: the same file read twice is two sources.
 *
 * <p>Lines end in {@code \n}, {@code \r\n} or {@code \r}, as YAML and editors have it; each counts as one line end.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final List<String> lines;

    /**
     * @param name in messages, e.g. {@code sessions.yaml}
     * @param text the whole text, without a byte order mark
     */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lines = split(text);
    }

    /** The name that messages use. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The text of a line, counted from 1, without its line end; empty beyond the last one. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** After the last character. */
    public Place end() {
        String last = lines.get(lines.size() - 1);
        return new Place(this, lines.size(), last.codePointCount(0, last.length()) + 1, 1);
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                boolean two = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i = two ? i + 1 : i;
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }
}
