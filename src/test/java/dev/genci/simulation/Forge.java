package dev.genci.simulation;

/** The forges whose rules of when a job runs differ. */
public enum Forge {
    /** The implicit success() looks at all ancestors (actions/runner#2205). */
    GITHUB("github"),
    /** Without {@code if} a job needs its direct needs to have succeeded; an {@code if} is the runner's to evaluate. */
    FORGEJO_15("forgejo"),
    /** The server evaluates first, with the last row's result of a matrix; then the runner does, with whole results. */
    FORGEJO_16("forgejo");

    private final String target;

    Forge(String target) {
        this.target = target;
    }

    /** The target that is compiled for it. */
    public String target() {
        return target;
    }
}
