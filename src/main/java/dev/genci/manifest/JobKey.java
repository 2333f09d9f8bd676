package dev.genci.manifest;

import dev.genci.data.ExpressionPlace;

/**
 * The keys of a job that the manifest writes as in Actions. One row each: its name, and the kind of its texts. A job shows
 * those that are passed on in this order.
 */
public enum JobKey {
    /** What it is called. */
    NAME("name", TextUse.data(ExpressionPlace.JOB_NAME), false),
    /** The workflows that it belongs to. */
    WORKFLOW("workflow", TextUse.PLAIN, false),
    /** What must have succeeded before. */
    NEEDS("needs", TextUse.FREE, false),
    /** When it runs. */
    IF("if", TextUse.condition(ExpressionPlace.JOB_IF), false),
    /** The workflow that it calls in place of steps. */
    USES("uses", TextUse.PLAIN, false),
    /** The runner. */
    RUNS_ON("runs-on", TextUse.data(ExpressionPlace.RUNS_ON), false),
    /** When it is stopped. */
    TIMEOUT_MINUTES("timeout-minutes", TextUse.data(ExpressionPlace.JOB_TIMEOUT_MINUTES), true),
    /** What it may do. */
    PERMISSIONS("permissions", TextUse.PLAIN, true),
    /** The environment that it deploys to. */
    ENVIRONMENT("environment", TextUse.data(ExpressionPlace.ENVIRONMENT), true),
    /** The container in which its steps run. */
    CONTAINER("container", TextUse.data(ExpressionPlace.CONTAINER), true),
    /** The containers that run beside it. */
    SERVICES("services", TextUse.data(ExpressionPlace.SERVICES), true),
    /** Which jobs exclude each other. */
    CONCURRENCY("concurrency", TextUse.data(ExpressionPlace.JOB_CONCURRENCY), true),
    /** Its rows. */
    STRATEGY("strategy", TextUse.data(ExpressionPlace.STRATEGY), true),
    /** Whether the run goes on after its failure. */
    CONTINUE_ON_ERROR("continue-on-error", TextUse.data(ExpressionPlace.JOB_CONTINUE_ON_ERROR), true),
    /** What it leaves for the texts of others. */
    OUTPUTS("outputs", TextUse.data(ExpressionPlace.JOB_OUTPUTS), true),
    /** Its variables. */
    ENV("env", TextUse.data(ExpressionPlace.JOB_ENV), true),
    /** The shell and the folder of its steps. */
    DEFAULTS("defaults", TextUse.data(ExpressionPlace.JOB_DEFAULTS), true),
    /** The inputs of the workflow that it calls. */
    WITH("with", TextUse.data(ExpressionPlace.CALL_INPUTS), true),
    /** The secrets of the workflow that it calls. */
    SECRETS("secrets", TextUse.data(ExpressionPlace.CALL_SECRETS), true),
    /** Its steps. */
    STEPS("steps", TextUse.STEPS, false);

    private final String key;
    private final TextUse texts;
    private final boolean passed;

    JobKey(String key, TextUse texts, boolean passed) {
        this.key = key;
        this.texts = texts;
        this.passed = passed;
    }

    /** As the manifest writes it. */
    public String key() {
        return key;
    }

    /** What its texts are. */
    public TextUse texts() {
        return texts;
    }

    /** Whether the job gets it as it is written, or with a default. */
    public boolean isPassed() {
        return passed;
    }
}
