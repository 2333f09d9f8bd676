package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.ActionName;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.forge.BuiltInPins;
import dev.genci.manifest.Located;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.TargetSettings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every action in a step, and every one that a target asks for, has a pin: in {@code pins} or built in. Actions of the repository
 * itself need none.
 */
final class UnpinnedAction implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNPINNED_ACTION;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.work().forEach(work -> check(analysis, work.steps(), report));
        analysis.jobs().forEach(job -> {
            check(analysis, job.steps(), report);
            check(analysis, job.uses(), report);
        });
        analysis.manifest().targets().forEach(target -> check(target, analysis, report));
    }

    private void check(TargetSettings target, Analysis analysis, Consumer<Diagnostic> report) {
        Located<String> asked = target.artifacts();
        for (String action : ArtifactActions.of(target, analysis)) {
            if (asked != null && !isPinned(action, analysis)) {
                String address = target.forge().address(action);
                report.accept(Diagnostic.of(
                                id(),
                                asked.place(),
                                "artifacts of version \"" + asked.value() + "\" need \"" + action
                                        + "\", which has no pin")
                        .help("add to pins: " + pin(action, address)));
            }
        }
    }

    private void check(Analysis analysis, List<StepSpec> steps, Consumer<Diagnostic> report) {
        steps.forEach(step -> check(analysis, step.uses(), report));
    }

    private void check(Analysis analysis, @Nullable Located<String> uses, Consumer<Diagnostic> report) {
        if (uses != null && !uses.value().startsWith("./") && !uses.value().startsWith("$/")) {
            String action = uses.value();
            if (action.startsWith("docker://")) {
                if (!action.contains("@sha256:")) {
                    report.accept(Diagnostic.of(id(), uses.place(), "the image \"" + action + "\" has no digest")
                            .help("write docker://name@sha256:…"));
                }
            } else if (!action.contains("/")) {
                report.accept(Diagnostic.of(id(), uses.place(), "an action is written owner/name"));
            } else if (action.contains("@")) {
                report.accept(Diagnostic.of(id(), uses.place(), "the version of an action belongs in \"pins\"")
                        .help(help(action, analysis)));
            } else if (!isPinned(action, analysis)) {
                report.accept(Diagnostic.of(id(), uses.place(), "the action \"" + action + "\" has no pin")
                        .help("add to pins: " + pin(action)));
            }
        }
    }

    private static boolean isPinned(String action, Analysis analysis) {
        return BuiltInPins.knows(action) || analysis.manifest().pins().containsKey(ActionName.repository(action));
    }

    private static String help(String action, Analysis analysis) {
        String write = "write uses: " + action.substring(0, action.indexOf('@'));
        return isPinned(action, analysis) ? write + "; it has a pin" : write + ", and add to pins: " + pin(action);
    }

    /** The line to add, with the commit where it is known; else where to find it. No version is made up. */
    private static String pin(String action) {
        return pin(action, "https://github.com/" + ActionName.repository(action));
    }

    private static String pin(String action, String address) {
        String repository = ActionName.repository(action);
        String ref = action.substring(action.indexOf('@') + 1);
        boolean known = ref.matches("[0-9a-f]{40}");
        return repository + ": \"" + (known ? ref : "<commit>") + " # <version>\"; " + "`git ls-remote --tags "
                + address + "` lists commits and versions";
    }
}
