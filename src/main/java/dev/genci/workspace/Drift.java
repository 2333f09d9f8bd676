package dev.genci.workspace;

import org.jspecify.annotations.Nullable;

/**
 * How a committed file differs from the generated one.
 *
 * @param path relative to the project
 * @param onDisk its content; empty if there is none
 * @param generated the generated content; empty if no target names the file
 */
public record Drift(String path, State state, String onDisk, String generated) {

    /** What became of a file. */
    public enum State {
        /** The contents are equal. */
        CURRENT,
        /** The contents differ. */
        DIFFERS,
        /** The contents differ, and gen-ci did not make the file. */
        FOREIGN,
        /** It is not there. */
        MISSING,
        /** gen-ci made it, but no target names it. */
        ORPHANED
    }

    /** Compares; that lines end in {@code \r\n} instead of {@code \n} does not count, anything else does. */
    public static Drift of(String path, @Nullable String committed, String wanted) {
        if (committed == null) {
            return new Drift(path, State.MISSING, "", wanted);
        }
        State state = State.DIFFERS;
        if (committed.replace("\r\n", "\n").equals(wanted)) {
            state = State.CURRENT;
        } else if (!committed.isBlank() && Header.manifest(committed) == null) {
            state = State.FOREIGN;
        }
        return new Drift(path, state, committed, wanted);
    }

    /** A workflow that gen-ci made and no target names. */
    public static Drift orphan(String path, String content) {
        return new Drift(path, State.ORPHANED, content, "");
    }

    /** The first line on disk that differs, counted from 1. */
    public int firstLine() {
        int line = 1;
        int length = Math.min(onDisk.length(), generated.length());
        for (int i = 0; i < length && onDisk.charAt(i) == generated.charAt(i); i++) {
            line += onDisk.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    /** How it differs, to be shown. */
    public String diff() {
        return TextDiff.of(path, onDisk, generated);
    }
}
