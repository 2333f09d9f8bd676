package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Runs every rule. */
public final class Analyzer {
    private Analyzer() {}

    /** The analysis; no value when a rule found an error. */
    public static Outcome<Analysis> analyze(Manifest manifest) {
        List<Diagnostic> found = new ArrayList<>();
        Analysis analysis = Analysis.of(manifest);
        for (Rule rule : Rules.ALL) {
            rule.check(analysis, found::add);
        }
        return found.stream().anyMatch(Diagnostic::isError) ? Outcome.failed(found) : Outcome.of(analysis, found);
    }
}
