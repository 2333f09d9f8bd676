package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** A schedule names times that there are: a forge refuses others, or never starts the run. */
final class BadSchedule implements Rule {
    @Override
    public RuleId id() {
        return RuleId.BAD_SCHEDULE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().workflow().schedules().forEach(cron -> {
            Cron.Problem problem = Cron.of(cron.value()).problem();
            if (problem != null) {
                report.accept(
                        Diagnostic.of(id(), Inside.of(cron, problem.start(), problem.length()), problem.message()));
            }
        });
    }
}
