package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Workflow;
import java.util.function.Consumer;

/** Something runs in every workflow. That of the top level is not written where nothing does. */
final class EmptyWorkflow implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EMPTY_WORKFLOW;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Workflow workflow = analysis.manifest().workflow();
        if (!workflow.isTop() && !analysis.manifest().isWritten()) {
            String id = workflow.id().value();
            report.accept(Diagnostic.of(
                            id(),
                            workflow.id().place(),
                            "no session or job in CI belongs to the workflow \"" + id + "\"")
                    .help("write \"workflow: " + id + "\" in those that do"));
        }
    }
}
