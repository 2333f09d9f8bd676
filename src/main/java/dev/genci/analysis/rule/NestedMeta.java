package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.EntryGraph;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** A meta-session does not contain itself, directly or through others. */
final class NestedMeta implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NESTED_META;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        EntryGraph metas = EntryGraph.metas(analysis.references());
        new CycleReport(id(), "meta-session contains itself", analysis, metas).report(report);
    }
}
