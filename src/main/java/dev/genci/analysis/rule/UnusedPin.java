package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.ActionName;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.forge.BuiltInPins;
import dev.genci.manifest.Located;
import dev.genci.manifest.StepSpec;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Each pin of the manifest is of an action that a step or a job uses, or of one that gen-ci may use itself. */
final class UnusedPin implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNUSED_PIN;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        if (analysis.manifest().pins().isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        analysis.work().forEach(work -> work.steps().forEach(step -> add(step, used)));
        analysis.manifest().jobs().values().forEach(job -> {
            job.steps().forEach(step -> add(step, used));
            add(job.uses(), used);
        });
        analysis.manifest().targets().forEach(target -> used.addAll(ArtifactActions.of(target, analysis)));
        analysis.manifest().pins().forEach((action, pin) -> {
            if (action.contains("/") && !BuiltInPins.knows(action) && !used.contains(action)) {
                report.accept(Diagnostic.of(id(), pin.place(), "no step uses \"" + action + "\"")
                        .help("remove its pin"));
            }
        });
    }

    private static void add(StepSpec step, Set<String> used) {
        add(step.uses(), used);
    }

    private static void add(@Nullable Located<String> uses, Set<String> used) {
        if (uses != null && uses.value().contains("/")) {
            used.add(ActionName.repository(uses.value()));
        }
    }
}
