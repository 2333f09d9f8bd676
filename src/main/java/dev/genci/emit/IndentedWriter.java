package dev.genci.emit;

import java.io.Writer;

/** Puts a margin before every line that is not empty: the one place where what templates write is indented. */
final class IndentedWriter extends Writer {
    private final StringBuilder out;
    private final String margin;
    private boolean atStart = true;
    private boolean inIndentation = true;
    private int indentation;

    IndentedWriter(StringBuilder out, int margin) {
        this.out = out;
        this.margin = " ".repeat(margin);
    }

    /** Spaces before the first character of the line that is being written, without the margin. */
    int indentation() {
        return indentation;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(characters[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }

    private void write(char c) {
        if (c == '\n') {
            atStart = true;
            inIndentation = true;
            indentation = 0;
        } else {
            if (atStart) {
                out.append(margin);
                atStart = false;
            }
            inIndentation &= c == ' ';
            if (inIndentation) {
                indentation++;
            }
        }
        out.append(c);
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
