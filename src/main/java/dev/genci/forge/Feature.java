package dev.genci.forge;

import org.jspecify.annotations.Nullable;

/**
 * A feature that some forge does not support. One row each: the field that is left out, its name in messages, and the
 * message about a forge that refuses it.
 */
public enum Feature {
    /** The event of a merge queue. */
    MERGE_GROUP("on.merge_group", "the event \"merge_group\""),
    /** The end of another workflow. */
    WORKFLOW_RUN("on.workflow_run", "the event \"workflow_run\""),
    /** A request from outside. */
    REPOSITORY_DISPATCH("on.repository_dispatch", "the event \"repository_dispatch\""),
    /** The secrets that a called workflow names. */
    CALL_SECRETS("on.workflow_call.secrets", "\"secrets\" of the event \"workflow_call\""),
    /** The time zone of a schedule. */
    SCHEDULE_TIMEZONE("on.schedule.timezone", "\"timezone\" of the event \"schedule\""),
    /** What happens to a release without being published or edited. */
    RELEASE_ACTIVITY(
            "",
            "activity types of \"release\" other than \"published\" and \"edited\"",
            "starts runs only for releases that are \"published\" or \"edited\""),
    /** The group of runs of which only one runs at a time. */
    CONCURRENCY("concurrency", "\"concurrency\" of the workflow"),
    /** What people see as the name of a run. */
    RUN_NAME("run-name", "\"run-name\""),
    /** The environment that a job deploys to. */
    ENVIRONMENT("jobs.*.environment", "\"environment\""),
    /** What a job's token may do, where it is not what the workflow says. */
    PERMISSIONS("jobs.*.permissions", "\"permissions\""),
    /** The group of a job, of which only one runs at a time. */
    JOB_CONCURRENCY("jobs.*.concurrency", "\"concurrency\" of a job"),
    /** How many rows of a job run at the same time. */
    MAX_PARALLEL("jobs.*.strategy.max-parallel", "\"max-parallel\""),
    /** That a failing row does not cancel the others. */
    FAIL_FAST("jobs.*.strategy.fail-fast", "\"fail-fast\""),
    /** How much an upload is compressed. */
    COMPRESSION_LEVEL("jobs.*.steps.with.compression-level", "\"compression-level\" of an upload"),
    /** The ports of a job's own container. */
    CONTAINER_PORTS("jobs.*.container.ports", "\"ports\" of a container"),
    /** A job's condition tests for a cancellation; without it, the job's condition is also evaluated after one. */
    CANCELLED_IN_JOB_IF("jobs.*.if.cancelled()", "\"cancelled()\" in the \"if\" of a job"),
    /** A job that runs because another one failed, or because somebody cancelled the run. */
    FAILURE_IN_JOB_IF(
            "",
            "\"failure()\" and \"cancelled()\" in the \"if\" of a job",
            "runs no job because another one failed, or after a cancellation"),
    /** A job that may fail. */
    JOB_CONTINUE_ON_ERROR("", "\"continue-on-error\" of a job", "ignores \"continue-on-error\" of a job"),
    /** A runner that is selected by its group. */
    RUNNER_GROUPS("", "groups of runners", "has no groups of runners"),
    /** A step whose {@code continue-on-error} is evaluated when it runs. */
    STEP_CONTINUE_ON_ERROR_EXPRESSION(
            "", "an expression in \"continue-on-error\" of a step", "accepts no expression in \"continue-on-error\"");

    private final String path;
    private final String title;
    private final String refusal;

    Feature(String path, String title) {
        this(path, title, "does not support " + title);
    }

    Feature(String path, String title, String refusal) {
        this.path = path;
        this.title = title;
        this.refusal = refusal;
    }

    /**
     * The field of the workflow that it is, as keys joined by dots; {@code *} is any job, and items of a list count as the
     * list. Empty where leaving it out would change the result: a forge that does not know it refuses it.
     */
    public String path() {
        return path;
    }

    /** Whether it can be left out for a forge. */
    public boolean isOptional() {
        return !path.isEmpty();
    }

    /** Its name in messages. */
    public String title() {
        return title;
    }

    /** The message about a forge that refuses it, after the forge's name. */
    public String refusal() {
        return refusal;
    }

    /** The feature that a field is; {@code null} for a field that every forge knows. */
    public static @Nullable Feature at(String path) {
        for (Feature feature : values()) {
            if (feature.path.equals(path)) {
                return feature;
            }
        }
        return null;
    }
}
