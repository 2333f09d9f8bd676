package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Work;
import java.util.function.Consumer;

/** A session in CI cannot wait for one that does not run in CI. */
final class OutsideCi implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OUTSIDE_CI;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.entries().stream().filter(Entry::inCi).forEach(entry -> {
            for (Located<Reference> word : entry.waitsFor()) {
                if (analysis.named(word.value()) instanceof Work needed
                        && needed.listing().ci() != null
                        && !needed.inSomeWorkflow()) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    word.place(),
                                    entry.noun() + " \"" + entry.name() + "\" is in CI but needs \"" + needed.name()
                                            + "\", which is not")
                            .related(
                                    needed.listing().ci().place(), "\"" + needed.name() + "\" is kept out of CI here"));
                }
            }
        });
    }
}
