package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.ActionName;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.TargetSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The actions for artifacts that a target uses in place of the built-in ones. */
final class ArtifactActions {
    private static final String UPLOAD = "actions/upload-artifact";
    private static final String DOWNLOAD = "actions/download-artifact";

    private ArtifactActions() {}

    /** Those of which the manifest has to give the commit, as {@code owner/name}; none where the built-in ones are used. */
    static Set<String> of(TargetSettings target, Analysis analysis) {
        Set<String> found = new TreeSet<>();
        if (target.artifacts() != null) {
            for (String used : used(analysis)) {
                String here = target.forge().action(used);
                if (!here.equals(used)) {
                    found.add(here);
                }
            }
        }
        return found;
    }

    private static Set<String> used(Analysis analysis) {
        Set<String> used = new TreeSet<>();
        analysis.work().forEach(work -> {
            LogSettings log = work.job().log();
            if (log != null || !work.job().artifacts().uploads().isEmpty()) {
                used.add(UPLOAD);
            }
            if (!work.job().artifacts().downloads().isEmpty()) {
                used.add(DOWNLOAD);
            }
            add(work.steps(), used);
        });
        analysis.jobs().forEach(job -> add(job.steps(), used));
        return used;
    }

    private static void add(List<StepSpec> steps, Set<String> used) {
        for (StepSpec step : steps) {
            String action =
                    step.uses() == null ? "" : ActionName.repository(step.uses().value());
            if (action.equals(UPLOAD) || action.equals(DOWNLOAD)) {
                used.add(action);
            }
        }
    }
}
