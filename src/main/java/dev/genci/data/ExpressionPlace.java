package dev.genci.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of a workflow in which the forge evaluates expressions. The places are those of GitHub's documentation,
 * "Contexts reference", "Context availability": each offers its own contexts and functions.
 */
public enum ExpressionPlace {
    /** The name of a run. */
    RUN_NAME("run-name"),
    /** The concurrency of the workflow. */
    CONCURRENCY("concurrency"),
    /** Whether a newer run of the workflow cancels an older one. */
    CANCEL_IN_PROGRESS("concurrency.cancel-in-progress"),
    /** The variables of the workflow. */
    ENV("env"),
    /** What a workflow that is called leaves for its caller. */
    CALL_OUTPUT("on.workflow_call.outputs.*.value"),
    /** The inputs of the workflow that a job calls. */
    CALL_INPUTS("jobs.*.with"),
    /** The secrets of the workflow that a job calls. */
    CALL_SECRETS("jobs.*.secrets"),
    /** The image of a job's container, and what no other place of the container is. */
    CONTAINER("jobs.*.container"),
    /** The credentials for the image of a job's container. */
    CONTAINER_CREDENTIALS("jobs.*.container.credentials"),
    /** The variables of a job's container. */
    CONTAINER_ENV("jobs.*.container.env"),
    /** Which jobs exclude each other. */
    JOB_CONCURRENCY("jobs.*.concurrency"),
    /** Whether a newer job of a group cancels an older one. */
    JOB_CANCEL_IN_PROGRESS("jobs.*.concurrency.cancel-in-progress"),
    /** Whether a failure of a job fails the run. */
    JOB_CONTINUE_ON_ERROR("jobs.*.continue-on-error"),
    /** The shell and folder of a job's steps. */
    JOB_DEFAULTS("jobs.*.defaults.run"),
    /** The variables of a job. */
    JOB_ENV("jobs.*.env"),
    /** The environment that a job deploys to. */
    ENVIRONMENT("jobs.*.environment"),
    /** The address of that environment. */
    ENVIRONMENT_URL("jobs.*.environment.url"),
    /** Whether a job runs. */
    JOB_IF("jobs.*.if"),
    /** The name of a job or of its rows. */
    JOB_NAME("jobs.*.name"),
    /** The outputs of a job. */
    JOB_OUTPUTS("jobs.*.outputs"),
    /** The runner of a job. */
    RUNS_ON("jobs.*.runs-on"),
    /** The service containers of a job. */
    SERVICES("jobs.*.services"),
    /** The credentials for the image of a service container. */
    SERVICES_CREDENTIALS("jobs.*.services.*.credentials"),
    /** The variables of a service container. */
    SERVICES_ENV("jobs.*.services.*.env"),
    /** Whether a failure of a step fails its job. */
    STEP_CONTINUE_ON_ERROR("jobs.*.steps.continue-on-error"),
    /** The variables of a step. */
    STEP_ENV("jobs.*.steps.env"),
    /** Whether a step runs. */
    STEP_IF("jobs.*.steps.if"),
    /** The name of a step. */
    STEP_NAME("jobs.*.steps.name"),
    /** The time-out of a step. */
    STEP_TIMEOUT_MINUTES("jobs.*.steps.timeout-minutes"),
    /** The inputs of a step's action. */
    STEP_WITH("jobs.*.steps.with"),
    /** The folder of a step's script. */
    STEP_WORKING_DIRECTORY("jobs.*.steps.working-directory"),
    /** How a job has rows. */
    STRATEGY("jobs.*.strategy"),
    /** Whether a row that fails cancels the others. */
    FAIL_FAST("jobs.*.strategy.fail-fast"),
    /** How many rows run at the same time. */
    MAX_PARALLEL("jobs.*.strategy.max-parallel"),
    /** All rows of a job, in one expression. */
    MATRIX("jobs.*.strategy.matrix"),
    /** A value of a row. */
    MATRIX_VALUE("jobs.*.strategy.matrix.*"),
    /** The time-out of a job. */
    JOB_TIMEOUT_MINUTES("jobs.*.timeout-minutes");

    private final List<String> path;

    ExpressionPlace(String path) {
        this.path = List.of(path.split("\\.", -1));
    }

    /**
     * The keys that lead to it in a workflow; {@code *} is a key that the author chooses, and the position of a step in its list
     * is no key.
     */
    public List<String> path() {
        return path;
    }

    /** Whether it is in a step, which knows the steps before. */
    public boolean isInStep() {
        return path.contains("steps");
    }

    /** Whether it belongs to a job and is evaluated when the job's steps have run. */
    public boolean isAfterSteps() {
        return this == ENVIRONMENT_URL || this == JOB_OUTPUTS;
    }

    /** The narrowest place around a text; {@code null} where no forge evaluates. */
    public static @Nullable ExpressionPlace around(List<String> text) {
        ExpressionPlace narrowest = null;
        for (ExpressionPlace place : values()) {
            boolean narrower = narrowest == null || place.path.size() > narrowest.path.size();
            if (narrower && place.contains(text)) {
                narrowest = place;
            }
        }
        return narrowest;
    }

    private boolean contains(List<String> text) {
        if (text.size() < path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals("*") && !path.get(i).equals(text.get(i))) {
                return false;
            }
        }
        return true;
    }
}
