package dev.genci.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a committed file differs from what it shall hold.
 *
 * @param path relative to the base
 * @param diff unified, from the committed text to the right one; empty where there is none to show
 */
public record Drift(String path, State state, String diff) {
    private static final int CONTEXT = 3;

    /** What became of a file. */
    public enum State {
        /** It holds what it shall. */
        CURRENT,
        /** It holds something else. */
        DIFFERS,
        /** It holds something else, and gen-ci has not made it. */
        FOREIGN,
        /** It is not there. */
        MISSING,
        /** No target asks for it any more. */
        ORPHANED
    }

    /** Compares; line ends do not count. */
    public static Drift of(String path, @Nullable String committed, String wanted) {
        if (committed == null) {
            return new Drift(path, State.MISSING, "");
        }
        if (committed.replace("\r\n", "\n").equals(wanted)) {
            return new Drift(path, State.CURRENT, "");
        }
        boolean ours = committed.isBlank() || Header.manifest(committed) != null;
        return new Drift(path, ours ? State.DIFFERS : State.FOREIGN, diff(path, committed, wanted));
    }

    /** A unified diff of two texts; line ends do not count. */
    public static String diff(String path, String committed, String wanted) {
        List<String> before = lines(committed);
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                path + " (committed)", path + " (generated)", before, DiffUtils.diff(before, lines(wanted)), CONTEXT);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** A text that does not end in a line break says so, as diff does. */
    private static List<String> lines(String text) {
        String normal = text.replace("\r\n", "\n");
        if (normal.isEmpty()) {
            return List.of();
        }
        return normal.endsWith("\n")
                ? normal.lines().toList()
                : (normal + "\n\\ No newline at end of file").lines().toList();
    }
}
