package dev.genci.workspace;

import org.jspecify.annotations.Nullable;

/**
 * The first line of every workflow of ours, as the template of workflows writes it: it says from which manifest the
 * workflow is made, so that a stray one can be found.
 */
public final class Header {
    private static final String START = "Made by gen-ci from ";
    private static final String MIDDLE = ". Do not edit: change ";

    private Header() {}

    /** The manifest that a workflow says it is made from; {@code null} when it is not one of ours. */
    public static @Nullable String manifest(String workflow) {
        String start = "# " + START;
        int end = workflow.indexOf(MIDDLE);
        int line = workflow.indexOf('\n');
        boolean ours = workflow.startsWith(start) && end > 0 && (line < 0 || end < line);
        return ours ? workflow.substring(start.length(), end) : null;
    }
}
