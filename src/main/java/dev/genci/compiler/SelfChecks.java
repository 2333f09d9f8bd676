package dev.genci.compiler;

import dev.genci.data.OwnVersion;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.lower.SelfCheck;
import dev.genci.pipeline.CheckWorkflows;
import dev.genci.source.Place;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Workflow;
import dev.genci.workspace.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which gen-ci checks the workflows of a repository: the committed version if it writes the same workflows as this one,
 * so that a release changes nobody's file, or is newer, so that a bot can raise it.
 *
 * @param place where the manifest asks for it
 * @param strict whether only versions are kept that this gen-ci knows
 */
record SelfChecks(Project project, Place place, boolean strict, List<Diagnostic> diagnostics) {

    /**
     * What the job is made of.
     *
     * @param committed the workflows that are there: the version of the first that has one is kept
     */
    @Nullable SelfCheck of(List<CommittedWorkflow> committed) {
        String path = project.isFoundByItself() ? "" : argument(project.manifest());
        if (path.contains("${{")) {
            diagnostics.add(Diagnostic.of(
                            RuleId.EXPRESSION_NOT_ALLOWED,
                            place,
                            "a forge would evaluate the expression in the path \"" + path + "\"")
                    .help("call the manifest sessions.yaml"));
            return null;
        }
        String version = committed(committed);
        if (version == null || OwnVersion.compareMinor(version) < 0 || strict && OwnVersion.isNewer(version)) {
            return new SelfCheck(OwnVersion.CURRENT, path);
        }
        if (OwnVersion.compareMinor(version) > 0) {
            diagnostics.add(Diagnostic.of(
                    RuleId.NEWER_PIN,
                    place,
                    "gen-ci " + version + " of the committed workflow is kept; this is " + OwnVersion.CURRENT
                            + ", which may write other workflows"));
        }
        return new SelfCheck(version, path);
    }

    /** A path that is no option, and no file of arguments. */
    private static String argument(String path) {
        return path.startsWith("-") || path.startsWith("@") ? "./" + path : path;
    }

    private static @Nullable String committed(List<CommittedWorkflow> committed) {
        for (CommittedWorkflow one : committed) {
            Workflow workflow = one.workflow();
            String version = workflow == null
                    ? null
                    : workflow.steps()
                            .map(step -> version(step.settings()))
                            .filter(OwnVersion::isWellFormed)
                            .findFirst()
                            .orElse(null);
            if (version != null) {
                return version;
            }
        }
        return null;
    }

    private static String version(Settings step) {
        boolean ours = step.text("run").contains(CheckWorkflows.REQUIREMENT);
        return ours ? step.in("env").text(CheckWorkflows.VARIABLE) : "";
    }
}
