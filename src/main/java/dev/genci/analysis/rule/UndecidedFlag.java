package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import java.util.function.Consumer;

/** {@code ci} and {@code parallel-safe} are required, in the session or in the defaults: gen-ci does not guess them. */
final class UndecidedFlag implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNDECIDED_FLAG;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Entry entry : analysis.entries()) {
            if (entry.source().incomplete()) {
                continue;
            }
            if (entry.listing().ci() == null) {
                report.accept(undecided(entry, "ci", "whether it belongs to CI"));
            }
            if (entry.listing().parallelSafe() == null) {
                report.accept(undecided(entry, "parallel-safe", "whether it may run in parallel"));
            }
        }
    }

    private Diagnostic undecided(Entry entry, String key, String question) {
        return Diagnostic.of(
                        id(),
                        entry.place(),
                        "session \"" + entry.name() + "\" does not say " + question + ": \"" + key + "\" is missing")
                .help("set it here, or once for all sessions: defaults: {" + key + ": true}");
    }
}
