package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;

/**
 * The top-level keys of a manifest, in the order of docs/manifest.md: each with its name, what it means for the workflows
 * below {@code workflows}, and the kind of its texts.
 */
public enum TopKey {
    /** The version of the format. */
    VERSION("version", Holds.FOR_ALL, TextUse.FREE),
    /** The name of the workflow. */
    NAME("name", Holds.FOR_ONE, TextUse.PLAIN),
    /** The name of a run. */
    RUN_NAME("run-name", Holds.FOR_ONE, TextUse.data(ExpressionPlace.RUN_NAME)),
    /** The forges and files. */
    TARGETS("targets", Holds.FOR_ALL, TextUse.TARGETS),
    /** When it runs. */
    ON("on", Holds.FOR_ONE, TextUse.TRIGGERS),
    /** The variables of the whole workflow. */
    ENV("env", Holds.MERGED, TextUse.data(ExpressionPlace.ENV)),
    /** What every job may do. */
    PERMISSIONS("permissions", Holds.MERGED, TextUse.PLAIN),
    /** Which runs exclude each other. */
    CONCURRENCY("concurrency", Holds.FOR_ONE, TextUse.data(ExpressionPlace.CONCURRENCY)),
    /** Keys for every session; their texts have the kinds of a session's. */
    DEFAULTS("defaults", Holds.MERGED, TextUse.FREE),
    /** The cache of every nox job: its texts are the sessions'. */
    CACHE("cache", Holds.MERGED, TextUse.FREE),
    /** Which nox, and how; what sessions have, too, has the kinds of theirs. */
    NOX("nox", Holds.FOR_ALL, TextUse.NOX),
    /** The commits of actions. */
    PINS("pins", Holds.FOR_ALL, TextUse.PLAIN),
    /** The job that needs all others. */
    FINAL_JOB("final-job", Holds.FOR_ONE, TextUse.FINAL_JOB),
    /** Whether a job checks the workflows themselves. */
    SELF_CHECK("self-check", Holds.FOR_ALL, TextUse.PLAIN),
    /** The other workflows, see {@link WorkflowView}. */
    WORKFLOWS("workflows", Holds.FOR_ALL, TextUse.FREE),
    /** Jobs as in Actions, see {@link JobKey}. */
    JOBS("jobs", Holds.FOR_ALL, TextUse.FREE),
    /** The sessions, see {@link SessionKey}. */
    SESSIONS("sessions", Holds.FOR_ALL, TextUse.FREE);

    /** What the value at the top level means for the workflows below {@code workflows}. */
    enum Holds {
        /** It is that of all workflows; none has its own. */
        FOR_ALL,
        /** It is that of the top level's workflow alone. */
        FOR_ONE,
        /** It is that of all workflows; the keys of a workflow's own one win. */
        MERGED
    }

    private final String key;
    private final Holds holds;
    private final TextUse texts;

    TopKey(String key, Holds holds, TextUse texts) {
        this.key = key;
        this.holds = holds;
        this.texts = texts;
    }

    /** As the manifest writes it. */
    public String key() {
        return key;
    }

    /** What it means for the workflows below {@code workflows}. */
    Holds holds() {
        return holds;
    }

    /** Whether a workflow below {@code workflows} can have its own value. */
    public boolean isOfAWorkflow() {
        return holds != Holds.FOR_ALL;
    }

    /** What its texts are. */
    public TextUse texts() {
        return texts;
    }
}
