package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CheckOut;
import dev.genci.manifest.StepSpec;
import dev.genci.source.Place;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A check-out that keeps its credentials hands the job's token to every later step, and to everything that those install.
 * If a step of the manifest does not set it, actions/checkout keeps credentials.
 */
final class KeptCredentials implements Rule {
    @Override
    public RuleId id() {
        return RuleId.KEPT_CREDENTIALS;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running().forEach(work -> {
            CheckOut checkOut = work.job().checkOut();
            Place own = checkOut == null ? null : checkOut.keptCredentials();
            if (own != null) {
                report.accept(Diagnostic.of(id(), own, "every later step can use the job's token")
                        .help("leave \"persist-credentials\" out, and hand the token to the step that needs it"));
            }
            check(work.steps(), report);
        });
        analysis.jobs().forEach(job -> check(job.steps(), report));
    }

    private void check(List<StepSpec> steps, Consumer<Diagnostic> report) {
        steps.stream()
                .map(StepSpec::keptCredentials)
                .flatMap(Stream::ofNullable)
                .forEach(uses ->
                        report.accept(Diagnostic.of(id(), uses, "every later step can use the token of this check-out")
                                .help("add with: {persist-credentials: false}")));
    }
}
