package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs every rule. */
public final class Analyzer {
    /** Far more than any forge takes. */
    private static final int MOST_ROWS = 100_000;

    private Analyzer() {}

    /**
     * The analysis of every workflow.
     *
     * @param manifests the manifest as each workflow sees it
     * @return no value when a rule found an error, or when there are too many rows to look at
     */
    public static Outcome<List<Analysis>> analyze(List<Manifest> manifests) {
        List<Analysis> all = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Manifest manifest : manifests) {
            Outcome<Analysis> one = ofWorkflow(manifest);
            found.addAll(one.diagnostics());
            if (one.value() != null) {
                all.add(one.value());
            }
        }
        return all.size() < manifests.size() ? Outcome.failed(found) : Outcome.of(all, found);
    }

    private static Outcome<Analysis> ofWorkflow(Manifest manifest) {
        Diagnostic tooMany = tooManyRows(manifest);
        if (tooMany != null) {
            return Outcome.failed(List.of(tooMany));
        }
        List<Diagnostic> found = new ArrayList<>();
        Analysis analysis = Analysis.of(manifest);
        for (Rule rule : Rules.ALL) {
            rule.check(analysis, found::add);
        }
        return found.stream().anyMatch(Diagnostic::isError) ? Outcome.failed(found) : Outcome.of(analysis, found);
    }

    private static @Nullable Diagnostic tooManyRows(Manifest manifest) {
        double rows = 0;
        for (Entry entry : manifest.entries().values()) {
            rows += entry instanceof Work work ? work.axes().rows() : 0;
            if (rows > MOST_ROWS) {
                return Diagnostic.of(
                                RuleId.LIMITS,
                                entry.place(),
                                "with \"" + entry.name() + "\" there are more than " + MOST_ROWS + " rows")
                        .help(
                                "a row is one combination of interpreter, parameters, axes and runner: list fewer of them");
            }
        }
        return null;
    }
}
