package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import java.util.Map;
import java.util.function.Consumer;

/** {@code os} lists runners, {@code runs-on} names one: a session has at most one of the two keys. */
final class OsWithRunsOn implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OS_WITH_RUNS_ON;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        check(analysis.manifest().defaultKeys(), report);
        analysis.entries().forEach(entry -> check(entry.keys(), report));
    }

    private void check(Map<String, Place> keys, Consumer<Diagnostic> report) {
        Place os = keys.get("os");
        Place runsOn = keys.get("runs-on");
        if (os != null && runsOn != null) {
            report.accept(Diagnostic.of(id(), os, "\"os\" and \"runs-on\" exclude each other")
                    .related(runsOn, "\"runs-on\" is here")
                    .help("keep one: \"os\" gives a row for each runner, \"runs-on\" names one runner"));
        }
    }
}
