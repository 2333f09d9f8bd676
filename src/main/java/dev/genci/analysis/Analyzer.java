package dev.genci.analysis;

import dev.genci.analysis.rule.Rule;
import dev.genci.analysis.rule.Rules;
import dev.genci.analysis.rule.Subject;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.References;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule. */
public final class Analyzer {
    private Analyzer() {}

    /** The analysis; no value when a rule found an error. */
    public static Outcome<Analysis> analyze(Manifest manifest) {
        List<Diagnostic> found = new ArrayList<>();
        References references = new References(manifest);
        Subject subject = new Subject(manifest, references);
        for (Rule rule : Rules.ALL) {
            rule.check(subject, found::add);
        }
        return found.stream().anyMatch(Diagnostic::isError)
                ? Outcome.failed(found)
                : Outcome.of(new Analysis(manifest, references), found);
    }
}
