package dev.genci.forge;

import org.jspecify.annotations.Nullable;

/**
 * What some forge does without. A row each: the field of the workflow that is left out, what people call it, and what is
 * said of a forge that refuses it.
 */
public enum Feature {
    /** The event of a merge queue. */
    MERGE_GROUP("on.merge_group", "the event \"merge_group\""),
    /** The time zone of a schedule. */
    SCHEDULE_TIMEZONE("on.schedule.timezone", "\"timezone\" of the event \"schedule\""),
    /** What runs side by side. */
    CONCURRENCY("concurrency", "\"concurrency\" of the workflow"),
    /** What a job's token may do; the workflow's own are none. */
    PERMISSIONS("jobs.*.permissions", "\"permissions\""),
    /** That a failing row does not cancel the others. */
    FAIL_FAST("jobs.*.strategy.fail-fast", "\"fail-fast\""),
    /** That a job's condition asks for a cancellation; without, the job is decided about after one too. */
    CANCELLED_IN_JOB_IF("jobs.*.if.cancelled()", "\"cancelled()\" in the \"if\" of a job"),
    /** A runner that is asked for by its group. */
    RUNNER_GROUPS("", "groups of runners", "has no groups of runners"),
    /** A step that decides when it runs whether its failure counts. */
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

    /** Whether a forge can do without it. */
    public boolean isOptional() {
        return !path.isEmpty();
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What is said of a forge that refuses it, behind the forge's name. */
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
