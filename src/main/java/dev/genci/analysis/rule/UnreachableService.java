package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Containers;
import dev.genci.manifest.Located;
import dev.genci.manifest.TargetSettings;
import java.util.function.Consumer;

/** A service beside a job without a container publishes a port: on the machine itself it has no name. */
final class UnreachableService implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNREACHABLE_SERVICE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.running()
                // Some rows may be in a container.
                .filter(work -> !work.job().passed().isEmpty() && work.items().isEmpty())
                .forEach(work -> check(analysis, work.job().containers(), report));
        analysis.jobs().forEach(job -> check(analysis, job.containers(), report));
    }

    private void check(Analysis analysis, Containers containers, Consumer<Diagnostic> report) {
        if (containers.image() == null) {
            analysis.manifest().targets().stream()
                    .filter(target -> target.forge().runsOnMachine())
                    .forEach(target -> check(containers, target, report));
        }
    }

    private void check(Containers containers, TargetSettings target, Consumer<Diagnostic> report) {
        for (Located<String> service : containers.servicesWithoutPorts()) {
            report.accept(Diagnostic.of(
                            id(),
                            service.place(),
                            "no step reaches the service \"" + service.value() + "\" at the target \"" + target.id()
                                    + "\": it publishes no port")
                    .help("write ports: [\"PORT:PORT\"], and use localhost; or let the job run in a container"));
        }
    }
}
