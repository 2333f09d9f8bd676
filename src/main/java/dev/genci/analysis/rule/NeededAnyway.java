package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.graph.Order;
import dev.genci.manifest.Download;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What a session takes files of even if it failed is nothing that must have succeeded for the session to run. */
final class NeededAnyway implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NEEDED_ANYWAY;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        if (!analysis.joins().hasEdges()) {
            return;
        }
        List<BitSet> joined = Order.ancestors(analysis.joins());
        analysis.sessions().forEach(work -> {
            for (Download download : work.job().artifacts().downloads()) {
                Place place = download.join();
                if (place != null) {
                    BitSet from =
                            analysis.references().standsFor(download.from().value());
                    check(analysis, work, place, from, joined, report);
                }
            }
        });
    }

    private void check(
            Analysis analysis, Work work, Place place, BitSet from, List<BitSet> joined, Consumer<Diagnostic> report) {
        for (Located<Reference> word : work.succeedsAfter()) {
            BitSet both = needed(analysis, work, word, joined);
            both.and(from);
            int first = both.nextSetBit(0);
            if (first >= 0) {
                report.accept(Diagnostic.of(
                                id(),
                                place,
                                "\"even-if-failed\" has no effect: \"" + work.name() + "\" also needs \""
                                        + analysis.entries().get(first).name() + "\" to succeed")
                        .related(word.place(), "because of this")
                        .help("remove one of the two"));
                return;
            }
        }
    }

    /** What must succeed because of a word: who needs a session that joins others needs their success, too. */
    private static BitSet needed(Analysis analysis, Work work, Located<Reference> word, List<BitSet> joined) {
        int number = Objects.requireNonNull(analysis.references().number(work.name()));
        BitSet needed = analysis.references().needs(number, word);
        for (int session : needed.stream().toArray()) {
            needed.or(joined.get(session));
        }
        return needed;
    }
}
