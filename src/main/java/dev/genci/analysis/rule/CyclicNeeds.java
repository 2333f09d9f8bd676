package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** No session waits for itself, directly or through others. */
final class CyclicNeeds implements Rule {
    @Override
    public RuleId id() {
        return RuleId.CYCLIC_NEEDS;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        new CycleReport(id(), "sessions wait for each other", analysis, analysis.needs()).report(report);
    }
}
