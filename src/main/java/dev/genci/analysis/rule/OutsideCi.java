package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Session;
import java.util.function.Consumer;

/** A session in CI cannot wait for one that never runs there. */
final class OutsideCi implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OUTSIDE_CI;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        subject.running().forEach(session -> {
            for (Located<Reference> word : session.needs()) {
                Session needed = subject.named(word.value());
                if (needed != null && needed.isSession() && needed.ci() != null && !needed.inCi()) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    word.place(),
                                    "session \"" + session.name() + "\" is in CI but needs \"" + needed.name()
                                            + "\", which is not")
                            .related(needed.ci().place(), "\"" + needed.name() + "\" is kept out of CI here"));
                }
            }
        });
    }
}
