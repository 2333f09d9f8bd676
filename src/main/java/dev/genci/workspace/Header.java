package dev.genci.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first line of every workflow of ours: it says from which manifest it is made, so that a stray one can be found. */
public final class Header {
    private static final String START = "Made by gen-ci from ";
    private static final String MIDDLE = ". Do not edit: change ";

    private Header() {}

    /**
     * The header's lines, without comment signs.
     *
     * @param manifest relative to the base folder
     * @param command what regenerates the file
     */
    public static List<String> lines(String manifest, String command) {
        return List.of(START + manifest + MIDDLE + manifest + ", then run `" + command + "`.");
    }

    /** The manifest that a workflow says it is made from; {@code null} when it is not one of ours. */
    public static @Nullable String manifest(String workflow) {
        String start = "# " + START;
        int end = workflow.indexOf(MIDDLE);
        int line = workflow.indexOf('\n');
        boolean ours = workflow.startsWith(start) && end > 0 && (line < 0 || end < line);
        return ours ? workflow.substring(start.length(), end) : null;
    }
}
