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
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the final job looks at waits neither for it nor for what it does not look at, and no meta-session has such a member: else
 * that would decide about the final job all the same. And the final job looks at something.
 */
final class OutsideFinal implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OUTSIDE_FINAL;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        References references = analysis.references();
        BitSet inside = references.scheduled();
        inside.andNot(references.outsideFinal());
        inside.stream().forEach(number -> gate(references, references.entry(number), report));
        if (references.outsideFinal().isEmpty()) {
            return;
        }
        inside.stream().forEach(number -> needs(analysis, number, report));
        analysis.entries().stream().filter(Meta.class::isInstance).forEach(meta -> members(references, meta, report));
        BitSet outside = references.running();
        outside.and(references.outsideFinal());
        if (inside.isEmpty() && !outside.isEmpty()) {
            report.accept(Diagnostic.of(
                            id(),
                            word(references, outside.nextSetBit(0)),
                            "the final job would look at nothing: every session in CI has final: false")
                    .help("remove it from those that have to succeed"));
        }
    }

    /** A meta-session of the final job's name has members, which a session may need. */
    private void gate(References references, Entry entry, Consumer<Diagnostic> report) {
        for (Located<Reference> word : entry.needs()) {
            if (references.isFinalJob(word.value()) && !references.known(word.value())) {
                report.accept(
                        Diagnostic.of(
                                        id(),
                                        word.place(),
                                        entry.noun() + " \"" + entry.name() + "\" needs the final job \""
                                                + word.value().word() + "\", which waits for it")
                                .help(
                                        "write final: false in the session: then it runs after the final job, which does not look at it"));
            }
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
                            .help(
                                    isWork(references, needed)
                                            ? "remove the need, or let both of them count, or none"
                                            : "remove the need"));
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
                        .help("remove the member" + (isWork(references, first) ? ", or its final: false" : "")));
            }
        }
    }

    private Diagnostic error(References references, Place place, String message, int outside) {
        return Diagnostic.of(id(), place, message)
                .related(
                        word(references, outside),
                        "\"" + references.entry(outside).name() + "\" "
                                + (isWork(references, outside) ? "is taken out here" : "waits for the final job here"));
    }

    private static boolean isWork(References references, int number) {
        return references.entry(number) instanceof Work;
    }

    /** The word by which the final job does not look at a session or a job. */
    private static Place word(References references, int number) {
        if (references.entry(number) instanceof Work work) {
            return Objects.requireNonNull(work.job().outsideFinal()).place();
        }
        Entry job = references.entry(number);
        return job.needs().stream()
                .filter(word -> references.isFinalJob(word.value())
                        || references.standsFor(word.value()).intersects(references.behindFinal()))
                .map(Located::place)
                .findFirst()
                .orElse(job.place());
    }
}
