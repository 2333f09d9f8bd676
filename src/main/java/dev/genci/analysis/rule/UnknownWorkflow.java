package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import java.util.List;
import java.util.function.Consumer;

/** Every workflow that an entry names exists. */
final class UnknownWorkflow implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_WORKFLOW;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        List<String> known = analysis.manifest().all().known();
        for (Entry entry : analysis.entries()) {
            for (Located<String> workflow : entry.listing().membership().workflows()) {
                if (!known.contains(workflow.value())) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    workflow.place(),
                                    entry.noun() + " \"" + entry.name() + "\" belongs to the workflow \""
                                            + workflow.value() + "\", which is not defined")
                            .suggest(workflow.value(), known));
                }
            }
        }
    }
}
