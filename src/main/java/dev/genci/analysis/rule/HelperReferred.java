package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Helper;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A helper is only documented: it cannot be needed, and cannot be a member. */
final class HelperReferred implements Rule {
    @Override
    public RuleId id() {
        return RuleId.HELPER_REFERRED;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Entry entry : analysis.entries()) {
            Stream.concat(entry.waitsFor().stream(), entry.members().stream())
                    .forEach(reference -> check(analysis, entry, reference, report));
        }
    }

    private void check(Analysis analysis, Entry entry, Located<Reference> reference, Consumer<Diagnostic> report) {
        if (analysis.named(reference.value()) instanceof Helper named) {
            report.accept(Diagnostic.of(
                            id(),
                            reference.place(),
                            "\"" + named.name() + "\" is a helper: it never runs, so \"" + entry.name()
                                    + "\" cannot refer to it")
                    .related(named.place(), "the helper"));
        }
    }
}
