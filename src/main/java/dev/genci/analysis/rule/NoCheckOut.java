package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.function.Consumer;

/** An action of the repository can only run, and a file be read, when a check-out has brought it. */
final class NoCheckOut implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NO_CHECK_OUT;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running().forEach(work -> {
            Located<String> file = work.axes().pythonFile();
            boolean there =
                    work.job().checkOut() != null || work.job().first().stream().anyMatch(StepSpec::mayCheckOut);
            if (file != null && !there) {
                report.accept(Diagnostic.of(
                                id(), file.place(), "no check-out has brought the file \"" + file.value() + "\" yet")
                        .help("write the version, or check out in first"));
            }
            for (StepSpec step : before(work)) {
                Located<String> uses = step.uses();
                if (step.mayCheckOut()) {
                    break;
                }
                if (uses != null && uses.value().startsWith("./")) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    uses.place(),
                                    "no check-out has brought the action \"" + uses.value() + "\" yet")
                            .help("put the step into before, or check out before it"));
                }
            }
        });
    }

    /** The steps before the check-out; all of them where there is none. */
    private static List<StepSpec> before(Work work) {
        return work.job().checkOut() == null ? work.steps() : work.job().first();
    }
}
