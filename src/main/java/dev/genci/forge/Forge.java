package dev.genci.forge;

import dev.genci.data.InterpreterSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A forge for which workflows are written. Everything that distinguishes it from others is in its own class. */
public interface Forge {
    /** Its name in the manifest. */
    String id();

    /** Its name in prose. */
    String title();

    /** Where it looks for workflows, relative to the repository. Ours lie in the first of them. */
    List<String> folders();

    /** The label of the usual runner. */
    String runner();

    /** The labels that stand for one image, for ever. All others may mean another image tomorrow, or on another machine. */
    Set<String> images();

    /** The labels of its own runners that it moves from image to image: the system says which image it is, and where all else lies follows. */
    Set<String> movedLabels();

    /** How its jobs get their interpreters by default. */
    InterpreterSource interpreters();

    /** Whether a job without a container runs on the machine itself, where a service has no name of its own. */
    boolean runsOnMachine();

    /** Whether actions in a container run with the runner's own node, not with that of the image. */
    boolean bringsNode();

    /**
     * The address of an action, as a step names it before the {@code @}.
     *
     * @param action {@code owner/name}, with or without a path inside the repository
     */
    String address(String action);

    /**
     * The built-in pins of actions that only the manifest's own steps use, by {@code owner/name}: which version of them works
     * differs from forge to forge. The same actions at every forge.
     */
    Map<String, BuiltInPin> pins();

    /**
     * An action or image that needs no address.
     *
     * @param path {@code ./path} or {@code $/path} in the repository itself, or {@code docker://}
     */
    default String own(String path) {
        return path;
    }

    /**
     * The same forge with the actions of another version for artifacts; itself where it has no choice.
     *
     * @param version {@code v3} or {@code v4}
     */
    default Forge withArtifacts(String version) {
        return this;
    }

    /** Whether there are several versions of the actions for artifacts among which a manifest may choose. */
    default boolean choosesArtifacts() {
        return false;
    }

    /**
     * The action that stands for another one here.
     *
     * @param action {@code owner/name}, with or without a path inside the repository
     */
    default String action(String action) {
        return action;
    }

    /** Whether its actions can download all artifacts whose names match a pattern. */
    default boolean matchesArtifacts() {
        return true;
    }

    /** Its limits. */
    Limits limits();

    /** Its support of a feature. */
    Support support(Feature feature);

    /**
     * Expressions that together identify a run. Without the last of them, which is never empty, the runs of
     * one pull request are alike.
     */
    List<String> runIdentity();

    /** Whether a newer push cancels the run of an older one of the same branch where a workflow has no concurrency group. */
    boolean cancelsOlderPushes();

    /** The default path of the workflow. */
    default String file() {
        return folders().get(0) + "/ci.yml";
    }
}
