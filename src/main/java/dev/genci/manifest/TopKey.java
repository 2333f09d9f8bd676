package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;

/** The top-level keys of a manifest, in the order of docs/manifest.md: each with its name and the kind of its texts. */
public enum TopKey {
    /** The version of the format. */
    VERSION("version", TextUse.FREE),
    /** The name of the workflow. */
    NAME("name", TextUse.PLAIN),
    /** The name of a run. */
    RUN_NAME("run-name", TextUse.data(ExpressionPlace.RUN_NAME)),
    /** The forges and files. */
    TARGETS("targets", TextUse.TARGETS),
    /** When it runs. */
    ON("on", TextUse.PLAIN),
    /** The variables of the whole workflow. */
    ENV("env", TextUse.data(ExpressionPlace.ENV)),
    /** What every job may do. */
    PERMISSIONS("permissions", TextUse.PLAIN),
    /** Which runs exclude each other. */
    CONCURRENCY("concurrency", TextUse.data(ExpressionPlace.CONCURRENCY)),
    /** Keys for every session; their texts have the kinds of a session's. */
    DEFAULTS("defaults", TextUse.FREE),
    /** The cache of every nox job: its texts are the sessions'. */
    CACHE("cache", TextUse.FREE),
    /** Which nox, and how; what sessions have, too, has the kinds of theirs. */
    NOX("nox", TextUse.NOX),
    /** The commits of actions. */
    PINS("pins", TextUse.PLAIN),
    /** The job that needs all others. */
    FINAL_JOB("final-job", TextUse.FINAL_JOB),
    /** Jobs as in Actions, see {@link JobKey}. */
    JOBS("jobs", TextUse.FREE),
    /** The sessions, see {@link SessionKey}. */
    SESSIONS("sessions", TextUse.FREE);

    private final String key;
    private final TextUse texts;

    TopKey(String key, TextUse texts) {
        this.key = key;
        this.texts = texts;
    }

    /** As the manifest writes it. */
    public String key() {
        return key;
    }

    /** What its texts are. */
    public TextUse texts() {
        return texts;
    }
}
