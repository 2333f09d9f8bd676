package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** A rule of manifests that the schema cannot express. */
public interface Rule {
    /** What its diagnostics are instances of. */
    RuleId id();

    /** Reports every place that breaks the rule. */
    void check(Analysis analysis, Consumer<Diagnostic> report);
}
