package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** Something that must hold in a manifest and that the schema cannot say. */
public interface Rule {
    /** What its diagnostics are instances of. */
    RuleId id();

    /** Reports every place where it does not hold. */
    void check(Analysis analysis, Consumer<Diagnostic> report);
}
