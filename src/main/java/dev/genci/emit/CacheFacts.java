package dev.genci.emit;

import dev.genci.pipeline.Step;
import dev.genci.pipeline.Unless;
import java.util.ArrayList;
import java.util.List;

/** The facts of caches that few workflows have: those that a step of its own saves, or that hold other paths. */
final class CacheFacts {
    private CacheFacts() {}

    static Facts save(Step.SaveCache step) {
        Facts facts = new Facts("save-cache")
                .named(step.path() == null ? "save-downloads" : "")
                .form("notOnTag", step.unless().contains(Unless.TAG))
                .form("notOnWorkflowRun", step.unless().contains(Unless.WORKFLOW_RUN))
                .form("notOnDispatch", step.unless().contains(Unless.REPOSITORY_DISPATCH))
                .form("container", step.inContainer())
                .form("onlyAfterSuccess", step.onlyAfterSuccess())
                .form("always", step.always())
                .form("onDefaultBranch", step.onDefaultBranch())
                .text("folder", "path", step.path() == null ? null : StepFacts.folder(step.path()));
        return also(facts, step.also());
    }

    /** Other paths of a cache: those in the workspace, and those elsewhere on the machine. */
    static Facts also(Facts facts, List<String> paths) {
        List<String> inside = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (String path : paths) {
            boolean isElsewhere = path.startsWith("/") || path.startsWith("~/");
            (isElsewhere ? elsewhere : inside).add(isElsewhere ? path : StepFacts.folder(path));
            facts.mention("path", StepFacts.folder(path));
        }
        return facts.form("inside", inside).form("elsewhere", elsewhere);
    }
}
