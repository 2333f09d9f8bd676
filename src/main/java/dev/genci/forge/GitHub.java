package dev.genci.forge;

import dev.genci.data.InterpreterSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** GitHub Actions. */
final class GitHub implements Forge {
    private static final Limits LIMITS = new Limits(
            256,
            21_000,
            1024 * 1024,
            0,
            5,
            10_000_000_000L,
            "GitHub's documentation, \"Actions limits\" and \"Dependency caching reference\"");

    private static final Map<String, BuiltInPin> PINS = Map.of(
            "actions/upload-artifact", BuiltInPin.of("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0", 4),
            "actions/download-artifact", BuiltInPin.of("3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c", "v8.0.1", 4));

    /** GitHub's documentation, "GitHub-hosted runners reference", without the labels that GitHub moves. */
    private static final Set<String> IMAGES = Set.of(
            "ubuntu-22.04",
            "ubuntu-22.04-arm",
            "ubuntu-24.04",
            "ubuntu-24.04-arm",
            "ubuntu-26.04",
            "ubuntu-26.04-arm",
            "windows-2022",
            "windows-2025",
            "windows-11-arm",
            "macos-14",
            "macos-14-large",
            "macos-14-xlarge",
            "macos-15",
            "macos-15-intel",
            "macos-15-large",
            "macos-15-xlarge",
            "macos-26",
            "macos-26-intel",
            "macos-26-large",
            "macos-26-xlarge");

    /** GitHub's documentation, "GitHub-hosted runners reference": those that it moves. */
    private static final Set<String> MOVED_LABELS =
            Set.of("ubuntu-latest", "windows-latest", "macos-latest", "macos-latest-large", "macos-latest-xlarge");

    @Override
    public String id() {
        return "github";
    }

    @Override
    public String title() {
        return "GitHub";
    }

    @Override
    public List<String> folders() {
        return List.of(".github/workflows");
    }

    @Override
    public String runner() {
        return "ubuntu-24.04";
    }

    @Override
    public Set<String> images() {
        return IMAGES;
    }

    @Override
    public Set<String> movedLabels() {
        return MOVED_LABELS;
    }

    @Override
    public InterpreterSource interpreters() {
        return InterpreterSource.SETUP_PYTHON;
    }

    @Override
    public boolean runsOnMachine() {
        return true;
    }

    @Override
    public boolean bringsNode() {
        return true;
    }

    @Override
    public String address(String action) {
        return action;
    }

    @Override
    public List<String> runIdentity() {
        return List.of("github.run_id");
    }

    @Override
    public boolean cancelsOlderPushes() {
        return false;
    }

    @Override
    public Map<String, BuiltInPin> pins() {
        return PINS;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case MERGE_GROUP, WORKFLOW_RUN, REPOSITORY_DISPATCH, CALL_SECRETS, SCHEDULE_TIMEZONE, RELEASE_ACTIVITY ->
                Support.known("GitHub's documentation, \"Events that trigger workflows\"");
            case CONCURRENCY,
                    RUN_NAME,
                    ENVIRONMENT,
                    PERMISSIONS,
                    JOB_CONCURRENCY,
                    MAX_PARALLEL,
                    FAIL_FAST,
                    CONTAINER_PORTS,
                    JOB_CONTINUE_ON_ERROR,
                    RUNNER_GROUPS,
                    STEP_CONTINUE_ON_ERROR_EXPRESSION -> Support.known("GitHub's documentation, \"Workflow syntax\"");
            case COMPRESSION_LEVEL -> Support.known("upload-artifact, version 7.0.0");
            case CANCELLED_IN_JOB_IF, FAILURE_IN_JOB_IF ->
                Support.known("GitHub's documentation, \"Evaluate expressions\"");
        };
    }
}
