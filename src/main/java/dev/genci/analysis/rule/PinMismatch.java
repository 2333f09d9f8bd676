package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.KnownReleases;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** A pin of the manifest is the commit that its version is known to be. */
final class PinMismatch implements Rule {
    @Override
    public RuleId id() {
        return RuleId.PIN_MISMATCH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        if (analysis.manifest().pins().isEmpty()) {
            return;
        }
        KnownReleases releases = new KnownReleases();
        analysis.manifest().pins().forEach((action, pin) -> {
            String commit = releases.commit(action, pin.value().version());
            if (commit != null && !commit.equals(pin.value().sha())) {
                report.accept(Diagnostic.of(
                                id(),
                                pin.place(),
                                action + " " + pin.value().version() + " is known to be another commit")
                        .help("write \"" + commit + " # " + pin.value().version() + "\""));
            }
        });
    }
}
