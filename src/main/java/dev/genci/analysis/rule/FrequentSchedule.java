package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.util.function.Consumer;

/** A schedule asks for no more runs than a forge starts. */
final class FrequentSchedule implements Rule {
    @Override
    public RuleId id() {
        return RuleId.FREQUENT_SCHEDULE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.manifest().workflow().schedules().forEach(time -> {
            Cron cron = Cron.of(time.value());
            int gap = cron.problem() == null ? cron.shortestGap() : Integer.MAX_VALUE;
            analysis.manifest().targets().stream()
                    .map(target -> target.forge())
                    .filter(forge -> gap < forge.limits().schedule())
                    .forEach(forge -> report.accept(Diagnostic.of(
                                    id(),
                                    time.place(),
                                    forge.title() + " starts a schedule at most every "
                                            + forge.limits().schedule() + " minutes, not every " + gap)
                            .help("leave more minutes between two runs, as in */"
                                    + forge.limits().schedule())));
        });
    }
}
