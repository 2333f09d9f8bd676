package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.EntryGraph.Edge;
import dev.genci.analysis.References;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Reference;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the final job looks at does not wait for a session at which it does not look, and no meta-session has such a member: else
 * that session would decide about the final job all the same. And the final job looks at something.
 */
final class OutsideFinal implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OUTSIDE_FINAL;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        References references = analysis.references();
        if (references.outsideFinal().isEmpty()) {
            return;
        }
        BitSet inside = references.scheduled();
        inside.andNot(references.outsideFinal());
        inside.stream().forEach(number -> needs(analysis, number, report));
        analysis.entries().stream().filter(Meta.class::isInstance).forEach(meta -> members(references, meta, report));
        BitSet outside = references.running();
        outside.and(references.outsideFinal());
        if (inside.isEmpty() && !outside.isEmpty()) {
            Located<Boolean> word = word(references, outside.nextSetBit(0));
            report.accept(Diagnostic.of(
                            id(),
                            word.place(),
                            "the final job would look at nothing: every session in CI has final: false")
                    .help("remove it from those that have to succeed"));
        }
    }

    private void needs(Analysis analysis, int number, Consumer<Diagnostic> report) {
        References references = analysis.references();
        Set<Place> reported = new HashSet<>();
        for (int needed : analysis.needs().graph().before(number)) {
            if (references.outsideFinal().get(needed)) {
                Edge edge = analysis.needs().edge(number, needed);
                Entry entry = references.entry(number);
                if (reported.add(edge.place())) {
                    report.accept(error(
                                    references,
                                    edge.place(),
                                    entry.noun() + " \"" + entry.name() + "\" counts for the final job, but needs \""
                                            + references.entry(needed).name() + "\", which does not",
                                    needed)
                            .help("remove the need, or let both of them count, or none"));
                }
            }
        }
    }

    private void members(References references, Entry meta, Consumer<Diagnostic> report) {
        for (Located<Reference> word : meta.members()) {
            Integer named = word.value() instanceof Reference.Name name ? references.number(name.name()) : null;
            boolean other = named != null && references.entry(named) instanceof Meta;
            BitSet found = references.find(word.value());
            found.and(references.outsideFinal());
            // What is inside of a member is reported there.
            if (!other && !found.isEmpty()) {
                int first = found.nextSetBit(0);
                report.accept(error(
                                references,
                                word.place(),
                                "\"" + meta.name() + "\" has the member \""
                                        + references.entry(first).name() + "\", which does not count for the final job",
                                first)
                        .help("remove the member, or its final: false"));
            }
        }
    }

    private Diagnostic error(References references, Place place, String message, int outside) {
        return Diagnostic.of(id(), place, message)
                .related(
                        word(references, outside).place(),
                        "\"" + references.entry(outside).name() + "\" is taken out here");
    }

    private static Located<Boolean> word(References references, int number) {
        return Objects.requireNonNull(references.work(number).job().outsideFinal());
    }
}
