package dev.genci.edit;

import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Where the lines of a source are in its text, and in which style they are written. Lines are counted from 1. */
public final class Lines {
    private final SourceFile file;
    private final String text;
    /** Of each line, and where a line after the last would begin. */
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    /** Those of a file. */
    public Lines(SourceFile file) {
        this.file = file;
        this.text = file.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !first) {
                starts.add(i + 1);
            }
        }
    }

    /** How many there are; a line break at the end begins a last, empty one. */
    public int count() {
        return starts.size();
    }

    /** Where a line begins; the end of the text for a line after the last. */
    public int start(int line) {
        return line <= starts.size() ? starts.get(line - 1) : text.length();
    }

    /** Where the content of a line ends, before its line break. */
    public int end(int line) {
        return start(line) + file.line(line).length();
    }

    /** The content of a line. */
    public String line(int line) {
        return file.line(line);
    }

    /** Where a place begins. */
    public int offset(Place place) {
        String line = file.line(place.line());
        int points = Math.min(place.column() - 1, line.codePointCount(0, line.length()));
        return start(place.line()) + line.offsetByCodePoints(0, points);
    }

    /** The spaces that a line begins with. */
    public int indent(int line) {
        String content = file.line(line);
        int indent = 0;
        while (indent < content.length() && content.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** Whether a place is the first word of its line. */
    public boolean isFirst(Place place) {
        return indent(place.line()) == offset(place) - start(place.line());
    }

    /** Whether there is nothing on a line. */
    public boolean isBlank(int line) {
        return file.line(line).isBlank();
    }

    /** The line break of the text: that of its first line. */
    public String lineBreak() {
        if (starts.size() == 1) {
            return "\n";
        }
        return text.substring(end(1), start(2));
    }

    /**
     * Inserts lines before a line, as the text breaks its lines.
     *
     * @param lines each without a line break
     */
    public Edit insertBefore(int line, List<String> lines) {
        String lineBreak = lineBreak();
        String joined = String.join(lineBreak, lines);
        boolean open = start(line) == text.length() && !text.isEmpty() && !endsInBreak();
        return Edit.insert(start(line), open ? lineBreak + joined : joined + lineBreak);
    }

    /** Whether the last line has a line break. */
    public boolean endsInBreak() {
        return text.endsWith("\n") || text.endsWith("\r");
    }
}
