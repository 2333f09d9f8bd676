package dev.genci.audit;

/** Bounds the work for one workflow: what people wrote has some thousands of steps and commands in all rows of its jobs. */
final class Budget {
    private static final int MOST = 200_000;

    private int spent;

    /** Counts a step or a command; whether there may be more. */
    boolean spend() {
        return ++spent <= MOST;
    }

    /** Whether something was left out. */
    boolean isSpent() {
        return spent > MOST;
    }
}
