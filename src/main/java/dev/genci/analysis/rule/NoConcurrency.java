package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import java.util.function.Consumer;

/** Without concurrency, a newer push to a pull request does not cancel the older runs. */
final class NoConcurrency implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NO_CONCURRENCY;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Place place = analysis.manifest().workflow().concurrencyOff();
        if (place != null) {
            report.accept(Diagnostic.of(id(), place, "superseded runs of a pull request are not cancelled")
                    .help("remove \"concurrency\": the default cancels them"));
        }
    }
}
