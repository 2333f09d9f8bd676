package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Each job selects its session, and names the file of a report: an option of every call must not do so, or end the options.
 */
final class SelectingArgument implements Rule {
    private static final Set<String> SELECTING =
            Set.of("-s", "-e", "--sessions", "--session", "-k", "--keywords", "-t", "--tags", "-l", "--list", "--");

    @Override
    public RuleId id() {
        return RuleId.SELECTING_ARGUMENT;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Located<String> arg : analysis.manifest().nox().args()) {
            String option = arg.value().split("=", 2)[0];
            if (option.equals("--report") && analysis.work().anyMatch(SelectingArgument::reports)) {
                report.accept(Diagnostic.of(
                        id(),
                        arg.place(),
                        "\"--report\" names a file, which \"report: true\" of a session does itself"));
            }
            boolean glued =
                    List.of("-s", "-e", "-k", "-t").stream().anyMatch(option::startsWith) && !option.startsWith("--");
            if (SELECTING.contains(option) || glued) {
                report.accept(Diagnostic.of(
                        id(), arg.place(), "\"" + arg.value() + "\" selects sessions, which each job does itself"));
            }
        }
    }

    private static boolean reports(Work work) {
        LogSettings log = work.job().log();
        return log != null && log.report();
    }
}
