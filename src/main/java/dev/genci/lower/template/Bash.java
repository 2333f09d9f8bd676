package dev.genci.lower.template;

/** Where a job names bash for the scripts that gen-ci writes. */
public enum Bash {
    /** Nowhere: they run in the runner's shell. */
    UNNAMED,
    /** Once for all scripts of the job. */
    IN_JOB,
    /** In each step: a script of the manifest in the same job runs in the runner's shell. */
    IN_STEPS
}
