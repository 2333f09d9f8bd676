package dev.genci.workspace;

import org.jspecify.annotations.Nullable;

/**
 * The first line of every generated workflow, as its template writes it: it names the manifest from which the
 * workflow is made, so that a stray one can be found.
 */
public final class Header {
    private static final String START = "Made by gen-ci from ";
    private static final String MIDDLE = ". Do not edit: change ";

    private Header() {}

    /** The manifest that the first line names; {@code null} if gen-ci did not make the workflow. */
    public static @Nullable String manifest(String workflow) {
        String start = "# " + START;
        int end = workflow.indexOf(MIDDLE);
        int line = workflow.indexOf('\n');
        boolean ours = workflow.startsWith(start) && end > 0 && (line < 0 || end < line);
        return ours ? workflow.substring(start.length(), end) : null;
    }
}
