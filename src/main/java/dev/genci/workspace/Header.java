package dev.genci.workspace;

import org.jspecify.annotations.Nullable;

/**
 * The first lines of every generated workflow, as its template writes them. The first names the manifest from which the
 * workflow is made, so that a stray one can be found. The second has the number of the form, which rises when a release
 * of gen-ci writes the same manifest otherwise, so that {@code check} can tell an upgrade from an edit.
 */
public final class Header {
    private static final String START = "Made by gen-ci from ";
    private static final String MIDDLE = ". Do not edit: change ";

    private static final String FORM = " Form ";
    private static final int DIGITS = 6;

    private Header() {}

    /** The manifest that the first line names; {@code null} if gen-ci did not make the workflow. */
    public static @Nullable String manifest(String workflow) {
        String start = "# " + START;
        int end = workflow.indexOf(MIDDLE);
        int line = workflow.indexOf('\n');
        boolean ours = workflow.startsWith(start) && end > 0 && (line < 0 || end < line);
        return ours ? workflow.substring(start.length(), end) : null;
    }

    /** The number of the form in the second line, which is a comment; 0 if there is none. */
    public static int form(String workflow) {
        int line = workflow.indexOf('\n') + 1;
        int start = workflow.indexOf(FORM, line) + FORM.length();
        if (line == 0 || start < line + FORM.length() || workflow.charAt(line) != '#') {
            return 0;
        }
        int end = start;
        while (end < workflow.length() && end < start + DIGITS && isDigit(workflow.charAt(end))) {
            end++;
        }
        return start == end || workflow.lastIndexOf('\n', start) >= line
                ? 0
                : Integer.parseInt(workflow.substring(start, end));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
