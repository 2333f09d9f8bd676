package dev.genci.forge;

import dev.genci.data.InterpreterSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forgejo Actions, server 15 and 16. What it knows was read in its server and in the runner's schema of workflows, or
 * seen on a server.
 */
final class Forgejo implements Forge {
    /** Where Forgejo keeps copies of GitHub's own actions, commit by commit. */
    private static final String MIRROR = "https://data.forgejo.org/";

    private static final String GITHUB = "https://github.com/";

    /** The first three are GitHub's, so that the workflows of both have the same jobs; the file is what a server reads. */
    private static final Limits LIMITS = new Limits(256, 21_000, 16 * 1024 * 1024, 5, 0, 0, "the server of version 16");

    /** The actions for artifacts; its own ones of the same names speak the protocol of version 4. */
    private static final String UPLOAD = "actions/upload-artifact";

    private static final String DOWNLOAD = "actions/download-artifact";
    private static final Map<String, String> PATCHED =
            Map.of(UPLOAD, "forgejo/upload-artifact", DOWNLOAD, "forgejo/download-artifact");

    private static final String VERSION_4 = "v4";

    /** GitHub's actions speak the protocol of version 3 with it. */
    private static final Map<String, BuiltInPin> PINS = Map.of(
            UPLOAD, BuiltInPin.of("ff15f0306b3f739f7b6fd43fb5d26cd321bd4de5", "v3.2.1", 3),
            DOWNLOAD, BuiltInPin.of("a9bc5e6ef2cb54c177f32aa5726adaa15e7e2d59", "v3.1.0", 3));

    /** Whether its own actions for artifacts are used. */
    private final boolean patched;

    Forgejo() {
        this(false);
    }

    private Forgejo(boolean patched) {
        this.patched = patched;
    }

    @Override
    public String id() {
        return "forgejo";
    }

    @Override
    public String title() {
        return "Forgejo";
    }

    /** It uses the first of these folders that exists, even if it contains no workflow. */
    @Override
    public List<String> folders() {
        return List.of(".forgejo/workflows", ".gitea/workflows", ".github/workflows");
    }

    @Override
    public String runner() {
        return "docker";
    }

    /** None: what a label stands for is a setting of each runner. */
    @Override
    public Set<String> images() {
        return Set.of();
    }

    /** None: it has no runners of its own. */
    @Override
    public Set<String> movedLabels() {
        return Set.of();
    }

    /** Its usual images are Debian's, for which setup-python has no builds. */
    @Override
    public InterpreterSource interpreters() {
        return InterpreterSource.UV;
    }

    /** Its labels usually name an image. */
    @Override
    public boolean runsOnMachine() {
        return false;
    }

    /** A job's container is all that the runner starts. */
    @Override
    public boolean bringsNode() {
        return false;
    }

    /** The full address: where a short one leads is a setting of each server. */
    @Override
    public String address(String action) {
        boolean mirrored = action.startsWith("actions/") || action.startsWith("forgejo/");
        return (mirrored ? MIRROR : GITHUB) + action;
    }

    /** The number of a run may be empty when the server looks for its group. */
    @Override
    public List<String> runIdentity() {
        return List.of("github.event_name", "github.ref", "github.sha");
    }

    /** Seen on version 14.0.1. */
    @Override
    public boolean cancelsOlderPushes() {
        return true;
    }

    @Override
    public Forge withArtifacts(String version) {
        return new Forgejo(version.equals(VERSION_4));
    }

    @Override
    public boolean choosesArtifacts() {
        return true;
    }

    @Override
    public String action(String action) {
        return patched ? PATCHED.getOrDefault(action, action) : action;
    }

    /** The actions of version 3 know names only. */
    @Override
    public boolean matchesArtifacts() {
        return patched;
    }

    /** It does not know {@code $}. */
    @Override
    public String own(String path) {
        return path.startsWith("$/") ? "." + path.substring(1) : path;
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
            case MERGE_GROUP -> Support.ignored("never sent", "the server of version 16");
            case WORKFLOW_RUN, REPOSITORY_DISPATCH ->
                Support.ignored("never sent", "the server's list of events, and Forgejo's documentation, version 17");
            case CALL_SECRETS ->
                Support.ignored("makes the parser refuse the whole file", "the parser of the runner, December 2025");
            case SCHEDULE_TIMEZONE ->
                Support.ignored("makes some versions refuse the whole file", "seen on version 14.0.1");
            case RELEASE_ACTIVITY -> Support.refused("never sent", "the server's table of events, version 12");
            case RUN_NAME -> Support.ignored("shown nowhere", "the parser of the runner, December 2025");
            case ENVIRONMENT -> Support.ignored("ignored", "the server of version 16");
            case CONCURRENCY -> Support.from("14", "the server of version 14");
            case PERMISSIONS ->
                Support.ignored("ignored, with a warning from version 16 on", "the server of version 16");
            case JOB_CONCURRENCY, MAX_PARALLEL -> Support.ignored("ignored", "the server of version 16");
            case FAILURE_IN_JOB_IF ->
                Support.refused("of a matrix the server sees the last row only", "the server of version 16");
            case JOB_CONTINUE_ON_ERROR -> Support.refused("ignored", "the server of version 16");
            case FAIL_FAST -> Support.ignored("rows are independent anyhow", "the server of version 16");
            case CANCELLED_IN_JOB_IF -> Support.ignored("may crash a version 16 server", "the server of version 16");
            case COMPRESSION_LEVEL ->
                patched
                        ? Support.known("the actions in forgejo's own repositories, version 4")
                        : Support.ignored(
                                "unknown to the actions for artifacts of version 3", "upload-artifact, version 3.2.1");
            case CONTAINER_PORTS -> Support.ignored("not published", "the runner of December 2025");
            case RUNNER_GROUPS -> Support.refused("there are none", "the schema of the runner, version 12");
            case STEP_CONTINUE_ON_ERROR_EXPRESSION ->
                Support.refused("the run would fail", "the runner of December 2025");
        };
    }
}
