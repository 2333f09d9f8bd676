package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import java.util.function.Consumer;

/** {@code tag:ci} and {@code tag:all} mean whole sets of sessions; a session that waits for them would wait for itself. */
final class ReservedTag implements Rule {
    @Override
    public RuleId id() {
        return RuleId.RESERVED_TAG;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Entry entry : analysis.entries()) {
            for (Located<Reference> need : entry.waitsFor()) {
                if (need.value() instanceof Reference.Tag tag && tag.isReserved()) {
                    report.accept(
                            Diagnostic.of(id(), need.place(), "\"" + tag.word() + "\" is reserved for meta-sessions")
                                    .help("name the sessions, or a tag that you give them"));
                }
            }
        }
    }
}
