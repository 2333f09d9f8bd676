package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.References;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Reference;
import java.util.BitSet;
import java.util.function.Consumer;

/** A tag or meta-session in {@code needs} contains at least one other session in CI. */
final class EmptyNeed implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EMPTY_NEED;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        References references = analysis.references();
        references.scheduled().stream().forEach(number -> {
            Entry entry = references.entry(number);
            for (Located<Reference> need : entry.waitsFor()) {
                if (!references.isGate(number, need.value()) && isSet(analysis, need.value())) {
                    BitSet others = references.find(need.value());
                    others.clear(number);
                    if (others.stream().mapToObj(references::entry).noneMatch(other -> isBeside(entry, other))) {
                        report.accept(Diagnostic.of(
                                id(),
                                need.place(),
                                entry.noun() + " \"" + entry.name() + "\" needs \""
                                        + need.value().word() + "\", which contains no other session in CI"));
                    }
                }
            }
        });
    }

    /** It is enough if the word means something in one of the workflows. */
    private static boolean isBeside(Entry entry, Entry other) {
        return other.inSomeWorkflow()
                && entry.listing().membership().meets(other.listing().membership());
    }

    private static boolean isSet(Analysis analysis, Reference need) {
        if (need instanceof Reference.Tag) {
            return analysis.references().known(need);
        }
        return analysis.named(need) instanceof Meta meta && !meta.source().incomplete();
    }
}
