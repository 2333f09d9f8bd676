package dev.genci.workspace;

import org.jspecify.annotations.Nullable;

/**
 * How a committed file differs from what it shall hold.
 *
 * @param path relative to the project
 * @param onDisk what it holds; empty when there is none, or nobody asks for one
 * @param generated what it shall hold; empty when nobody asks for one
 */
public record Drift(String path, State state, String onDisk, String generated) {

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

    /** A workflow of ours that no target asks for. */
    public static Drift orphan(String path) {
        return new Drift(path, State.ORPHANED, "", "");
    }

    /** How it differs, to be shown. */
    public String diff() {
        return TextDiff.of(path, onDisk, generated);
    }
}
