package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.graph.Cycles;
import dev.genci.graph.Digraph;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Meta;
import dev.genci.manifest.References;
import java.util.List;
import java.util.function.Consumer;

/** A meta-session is not inside itself, directly or through others. */
final class NestedMeta implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NESTED_META;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        References references = subject.references();
        Digraph inside = new Digraph(subject.entries().size());
        for (int number = 0; number < inside.size(); number++) {
            if (references.entry(number) instanceof Meta) {
                for (int inner : references.directMetas(number)) {
                    inside.edge(number, inner);
                }
            }
        }
        for (List<Integer> cycle : Cycles.find(inside)) {
            report.accept(EdgePath.cycle(
                    id(), "meta-session inside itself", cycle, references, Entry::members, "has the member"));
        }
    }
}
