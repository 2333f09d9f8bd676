package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Meta;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.function.Consumer;

/** A meta-session has members; one in CI has members in CI, or its status job would have no results to check. */
final class EmptyMeta implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EMPTY_META;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (int number = 0; number < analysis.entries().size(); number++) {
            if (!(analysis.entries().get(number) instanceof Meta meta)
                    || meta.source().incomplete()
                    || !meta.members().stream()
                            .allMatch(word -> analysis.references().known(word.value()))) {
                continue;
            }
            BitSet members = analysis.references().members(number);
            boolean inCi = meta.inSomeWorkflow();
            if (members.stream()
                    .mapToObj(analysis.references()::entry)
                    .noneMatch(member -> !inCi || isBeside(meta, member))) {
                Place place = meta.keys().getOrDefault("members", meta.place());
                report.accept(Diagnostic.of(
                        id(), place, "meta-session \"" + meta.name() + "\" has no members" + (inCi ? " in CI" : "")));
            }
        }
    }

    /** It is enough if it has a member in one of its workflows. */
    private static boolean isBeside(Meta meta, Entry member) {
        return member.inSomeWorkflow()
                && meta.listing().membership().meets(member.listing().membership());
    }
}
