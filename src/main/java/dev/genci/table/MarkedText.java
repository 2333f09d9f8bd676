package dev.genci.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown document with a place for something of ours, such as the table: between two lines that consist of a marker. Markers in prose
 * and in fenced code are only spoken of.
 */
public final class MarkedText {
    private static final int CODE_INDENTATION = 4;

    private final String text;
    private final String start;
    private final String end;
    private final List<Marker> starts = new ArrayList<>();
    private final List<Marker> ends = new ArrayList<>();

    /**
     * A line with a marker.
     *
     * @param line counted from 1
     * @param from where the line begins
     * @param to after its line end
     */
    private record Marker(int line, int from, int to) {}

    /**
     * A document.
     *
     * @param text with {@code \n} or {@code \r\n}
     * @param kind what belongs there: {@code table}
     */
    public MarkedText(String text, String kind) {
        this.text = text;
        this.start = "<!-- gen-ci " + kind + ": start -->";
        this.end = "<!-- gen-ci " + kind + ": end -->";
        find();
    }

    /** What is wrong with the markers, to follow the document's name; empty when they are one pair. */
    public String problem() {
        if (starts.size() == 1
                && ends.size() == 1
                && starts.get(0).line() < ends.get(0).line()) {
            return "";
        }
        String found = starts.isEmpty() && ends.isEmpty()
                ? "lacks the lines " + start + " and " + end
                : "must have one line " + start + " and below it one line " + end + ", but has the first"
                        + lines(starts) + ", the second" + lines(ends);
        return found + "; lines in fenced code and lines with other text do not count";
    }

    /** The document with a text in its place, between empty lines; only where there is no problem. */
    public String with(String content) {
        Marker first = starts.get(0);
        String newline = text.substring(first.from(), first.to()).endsWith("\r\n") ? "\r\n" : "\n";
        return text.substring(0, first.to())
                + newline
                + content.replace("\n", newline)
                + newline
                + text.substring(ends.get(0).from());
    }

    private void find() {
        String fence = "";
        int line = 1;
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline + 1;
            String raw = text.substring(from, to);
            String content = raw.strip();
            boolean code = indentation(raw) >= CODE_INDENTATION;
            if (!fence.isEmpty()) {
                fence = !code && closes(content, fence) ? "" : fence;
            } else if (!code && !fence(content).isEmpty()) {
                fence = fence(content);
            } else if (!code && content.equals(start)) {
                starts.add(new Marker(line, from, to));
            } else if (!code && content.equals(end)) {
                ends.add(new Marker(line, from, to));
            }
            from = to;
            line++;
        }
    }

    private static int indentation(String line) {
        int spaces = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            spaces += line.charAt(i) == '\t' ? CODE_INDENTATION : 1;
        }
        return spaces;
    }

    /** The three or more backticks or tildes that a line opens code with; empty when it does not. */
    private static String fence(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == line.charAt(0)) {
            end++;
        }
        boolean opens = end >= 3 && (line.charAt(0) == '~' || line.charAt(0) == '`' && line.indexOf('`', end) < 0);
        return opens ? line.substring(0, end) : "";
    }

    private static boolean closes(String line, String fence) {
        return line.startsWith(fence) && line.chars().allMatch(c -> c == fence.charAt(0));
    }

    private static String lines(List<Marker> markers) {
        if (markers.isEmpty()) {
            return " nowhere";
        }
        List<String> numbers =
                markers.stream().map(marker -> String.valueOf(marker.line())).toList();
        return (numbers.size() == 1 ? " in line " : " in lines ") + String.join(", ", numbers);
    }
}
