package dev.genci.emit;

import java.io.Writer;

/** Indents every line that is not empty: the only place where the output of templates is indented. */
final class IndentedWriter extends Writer {
    private final StringBuilder out;
    private final String margin;
    /** Where in {@code out} the line begins that is being written. */
    private int start;

    IndentedWriter(StringBuilder out, int margin) {
        this.out = out;
        this.margin = " ".repeat(margin);
        this.start = out.length();
    }

    /** Spaces before the first character of the line that is being written, without the margin. */
    int indentation() {
        int at = start;
        while (at < out.length() && out.charAt(at) == ' ') {
            at++;
        }
        return Math.max(0, at - start - margin.length());
    }

    @Override
    public void write(char[] characters, int from, int length) {
        write(new String(characters, from, length));
    }

    @Override
    public void write(String text, int from, int length) {
        write(text.substring(from, from + length));
    }

    @Override
    public void write(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            if (stop > at && out.length() == start) {
                out.append(margin);
            }
            out.append(text, at, stop);
            if (end >= 0) {
                out.append('\n');
                start = out.length();
            }
            at = stop + 1;
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
