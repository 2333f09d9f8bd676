package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import java.time.ZoneId;
import java.util.TreeSet;
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
        analysis.manifest().workflow().timeZones().forEach(zone -> {
            if (!ZoneId.getAvailableZoneIds().contains(zone.value())) {
                report.accept(Diagnostic.of(id(), zone.place(), "there is no time zone \"" + zone.value() + "\"")
                        .help("write a name of the IANA's, such as Europe/Berlin")
                        .suggest(zone.value(), new TreeSet<>(ZoneId.getAvailableZoneIds())));
            }
        });
    }
}
