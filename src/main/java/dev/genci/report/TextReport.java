package dev.genci.report;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Severity;
import dev.genci.source.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * Diagnostics as text: a first line that tools can parse ({@code file:line:column: severity: message
 * [rule]}), the line of the source with a caret, other places, a help.
 */
public final class TextReport {
    /** More would not be read at once. */
    private static final int MOST = 100;

    private final boolean color;

    /** @param color whether to use ANSI escapes */
    public TextReport(boolean color) {
        this.color = color;
    }

    /**
     * The diagnostics, each followed by an empty line but the last. Of more than a hundred the errors come before the others,
     * and a last line says how many are left out.
     */
    public String print(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : shown(diagnostics)) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            print(diagnostic, out);
        }
        if (diagnostics.size() > MOST) {
            out.append("\nand ").append(diagnostics.size() - MOST).append(" more\n");
        }
        return out.toString();
    }

    private static List<Diagnostic> shown(List<Diagnostic> diagnostics) {
        if (diagnostics.size() <= MOST) {
            return diagnostics;
        }
        return Stream.concat(
                        diagnostics.stream().filter(Diagnostic::isError),
                        diagnostics.stream().filter(diagnostic -> !diagnostic.isError()))
                .limit(MOST)
                .toList();
    }

    private void print(Diagnostic diagnostic, StringBuilder out) {
        String tint = diagnostic.severity() == Severity.ERROR ? "31" : "33";
        out.append(paint("1", position(diagnostic.place())))
                .append(' ')
                .append(paint("1;" + tint, diagnostic.severity().word() + ":"))
                .append(' ')
                .append(visible(diagnostic.message()))
                .append(" [")
                .append(diagnostic.rule().id())
                .append("]\n");
        excerpt(diagnostic.place(), out);
        for (Diagnostic.Related related : diagnostic.related()) {
            out.append("   = ").append(position(related.place())).append(' ');
            out.append(visible(related.message())).append('\n');
        }
        String help = diagnostic.help();
        if (help != null) {
            out.append("   = ").append(paint("36", "help:")).append(' ').append(visible(help));
            out.append('\n');
        }
    }

    private static String position(Place place) {
        return place.file().name() + ":" + place.line() + ":" + place.column() + ":";
    }

    private void excerpt(Place place, StringBuilder out) {
        String line = place.file().line(place.line());
        if (line.isEmpty()) {
            return;
        }
        Excerpt excerpt = Excerpt.of(line, place.column() - 1, place.length());
        String number = Integer.toString(place.line());
        String margin = " ".repeat(number.length());
        out.append(paint("34", margin + " |")).append('\n');
        out.append(paint("34", number + " |")).append(' ');
        out.append(excerpt.text().stripTrailing()).append('\n');
        out.append(paint("34", margin + " |")).append(' ').append(" ".repeat(excerpt.indent()));
        out.append(paint("31", "^" + "~".repeat(excerpt.columns() - 1))).append('\n');
    }

    /** Control characters would move the reader's terminal. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '\ufffd' : c);
        }
        return out.toString();
    }

    private String paint(String code, String text) {
        return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
