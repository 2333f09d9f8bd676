package dev.genci.lower.group;

/** How something stands to the final job. */
public enum Standing {
    /** The final job looks at it. */
    COUNTS(0),
    /** The final job does not look at it, nor does it wait for the final job. */
    OUTSIDE(1),
    /** It needs the final job. */
    AFTER(2),
    /** It waits for something that needs the final job. */
    BEHIND(2);

    private final int turn;

    Standing(int turn) {
        this.turn = turn;
    }

    /** That of something outside, which may be behind the final job, and then may need it. */
    public static Standing of(boolean outside, boolean behind, boolean needs) {
        return !outside ? COUNTS : !behind ? OUTSIDE : needs ? AFTER : BEHIND;
    }

    /** Jobs of a smaller number are written first, and run first where they must not overlap. */
    public int turn() {
        return turn;
    }

    /** Whether the final job has ended before it begins. */
    public boolean isLater() {
        return this == AFTER || this == BEHIND;
    }
}
