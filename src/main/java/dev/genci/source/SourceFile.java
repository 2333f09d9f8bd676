package dev.genci.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with the name under which people know it. Equality is identity: the same file read twice is two sources.
 *
 * <p>Lines end in {@code \n} or {@code \r\n}; both count as one line end.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final List<String> lines;

    /**
     * @param name as it shall stand in messages, e.g. {@code sessions.yaml}
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

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            lines.add(text.substring(start, last));
            start = end + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }
}
