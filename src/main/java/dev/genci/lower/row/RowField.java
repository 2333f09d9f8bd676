package dev.genci.lower.row;

/** The fields of a row, in the order in which a matrix shows them. */
public enum RowField {
    /** The name, unique in the workflow. */
    NAME("name"),
    /** What {@code nox -s} takes; for a command the entry's name. */
    SESSION("session"),
    /** The interpreter; empty where there is none to set up. */
    PYTHON("python"),
    /** The runner, as {@code runs-on} takes it. */
    OS("os"),
    /** The runner in one word, for cache keys. */
    RUNNER_WORD("runner"),
    /** What follows {@code --}, an argument a line. */
    POSARGS("posargs"),
    /** When the job is stopped, in minutes. */
    TIMEOUT_MINUTES("timeout-minutes");

    private final String key;

    RowField(String key) {
        this.key = key;
    }

    /** As a matrix writes it. */
    public String key() {
        return key;
    }
}
