package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.graph.Cycles;
import dev.genci.graph.Digraph;
import dev.genci.manifest.Entry;
import dev.genci.manifest.References;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** No session waits for itself, directly or through others. */
final class CyclicNeeds implements Rule {
    @Override
    public RuleId id() {
        return RuleId.CYCLIC_NEEDS;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        References references = subject.references();
        BitSet running = references.running();
        Digraph needs = new Digraph(subject.entries().size());
        for (int number = 0; number < needs.size(); number++) {
            int node = number;
            if (running.get(number)) {
                references.needs(number).stream().forEach(earlier -> needs.edge(node, earlier));
                if (namesItself(references.entry(number))) {
                    needs.edge(node, node);
                }
            }
        }
        for (List<Integer> cycle : Cycles.find(needs)) {
            report.accept(
                    EdgePath.cycle(id(), "sessions wait for each other", cycle, references, Entry::needs, "needs"));
        }
    }

    private static boolean namesItself(Entry entry) {
        return entry.needs().stream().anyMatch(word -> word.value().isName(entry.name()));
    }
}
