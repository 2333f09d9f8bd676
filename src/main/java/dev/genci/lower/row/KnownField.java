package dev.genci.lower.row;

/** The fields that every row can have, in the order in which a matrix shows them. */
public enum KnownField implements RowField {
    /** What the job is called, unique in the workflow. */
    TITLE("title"),
    /** What it is called where the manifest gives no title. */
    NAME("name"),
    /** The argument of {@code nox -s}; for a command the entry's name. */
    SESSION("session"),
    /** The interpreter; empty where there is none to set up. */
    PYTHON("python"),
    /** The runner, as in {@code runs-on}. */
    OS("os"),
    /** The runner in one word, for cache keys. */
    RUNNER_WORD("runner"),
    /** What follows {@code --}, an argument a line. */
    POSARGS("posargs"),
    /** When the job is stopped, in minutes. */
    TIMEOUT_MINUTES("timeout-minutes"),
    /** The version that the manifest reads, without the suffix of pre-releases. */
    VERSION("version"),
    /** The runner's label that the manifest reads, which the target may call otherwise. */
    LABEL("label"),
    /** What the row's artifacts are called. */
    ARTIFACT("artifact");

    private final String key;

    KnownField(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
