package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.forge.Feature;
import dev.genci.source.Place;
import java.util.function.Consumer;

/** A run after another workflow has rights that what started it may lack. */
final class PrivilegedRun implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PRIVILEGED_RUN;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Place event = analysis.manifest().workflow().event("workflow_run");
        boolean sent = analysis.manifest().targets().stream()
                .anyMatch(target -> target.forge().support(Feature.WORKFLOW_RUN).isWritten());
        if (event != null && sent) {
            report.accept(Diagnostic.of(
                            id(),
                            event,
                            "these runs can use secrets, even if a stranger's pull request started the other workflow")
                    .help("check out no other ref, and run nothing that the other run left"));
        }
    }
}
