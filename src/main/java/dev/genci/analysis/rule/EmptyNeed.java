package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Reference;
import dev.genci.manifest.References;
import dev.genci.manifest.Work;
import java.util.BitSet;
import java.util.function.Consumer;

/** A tag or meta-session that is needed stands for at least one other session in CI. */
final class EmptyNeed implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EMPTY_NEED;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        References references = subject.references();
        references.running().stream().forEach(number -> {
            Work work = references.work(number);
            for (Located<Reference> need : work.needs()) {
                if (isSet(subject, need.value())) {
                    BitSet others = references.standsFor(need.value());
                    others.clear(number);
                    if (others.isEmpty()) {
                        report.accept(Diagnostic.of(
                                id(),
                                need.place(),
                                "session \"" + work.name() + "\" needs \""
                                        + need.value().word() + "\", but no other session in CI belongs to it"));
                    }
                }
            }
        });
    }

    private static boolean isSet(Subject subject, Reference need) {
        if (need instanceof Reference.Tag) {
            return subject.references().known(need);
        }
        return subject.named(need) instanceof Meta meta && !meta.source().incomplete();
    }
}
