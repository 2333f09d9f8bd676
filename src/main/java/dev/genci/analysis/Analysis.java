package dev.genci.analysis;

import dev.genci.graph.Digraph;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A manifest and what follows from it, worked out once. The rules use it and, if none reports an error, lowering.
 *
 * @param references what references mean, and the numbers of entries
 * @param needs which session in CI, or job, waits for which
 * @param joins which session in CI runs even if which of those failed
 * @param takes which session in CI downloads from which, and so needs it
 * @param invocations of every entry, by its number; none of one that runs nothing
 */
public record Analysis(
        Manifest manifest,
        References references,
        EntryGraph needs,
        Digraph joins,
        Digraph takes,
        List<List<Invocation>> invocations) {

    /** Works everything out. */
    public static Analysis of(Manifest manifest) {
        References references = new References(manifest);
        List<List<Invocation>> invocations = new ArrayList<>();
        for (Entry entry : references.entries()) {
            invocations.add(entry instanceof Work work ? ofParts(work) : List.of());
        }
        return new Analysis(
                manifest,
                references,
                EntryGraph.needs(references),
                EntryGraph.joins(references),
                EntryGraph.takes(references),
                invocations);
    }

    /** All entries, sessions and then jobs, each in the manifest's order. */
    public List<Entry> entries() {
        return references.entries();
    }

    private static List<Invocation> ofParts(Work work) {
        return work.parts().size() == 1
                ? Invocation.of(work.parts().get(0))
                : work.parts().stream()
                        .flatMap(part -> Invocation.of(part).stream())
                        .toList();
    }

    /** Those that run something, in CI or not, in the parts in which their rows differ. */
    public Stream<Work> work() {
        return entries().stream().filter(Work.class::isInstance).flatMap(entry -> ((Work) entry).parts().stream());
    }

    /** Those that give rows, each as a whole. */
    public Stream<Work> sessions() {
        return entries().stream()
                .filter(entry -> entry instanceof Work && entry.inCi())
                .map(Work.class::cast);
    }

    /** Those that give rows, in the parts in which their rows differ. */
    public Stream<Work> running() {
        return work().filter(Work::inCi);
    }

    /** The jobs of the workflow that the manifest writes as in Actions. */
    public List<PassedJob> jobs() {
        return manifest.jobs().values().stream().filter(Entry::inCi).toList();
    }

    /** The invocations of one of its entries, or of a part of one. */
    public List<Invocation> invocations(Work work) {
        Integer number = references.number(work.name());
        boolean whole = number != null && references.entry(number) == work;
        return number == null ? List.of() : whole ? invocations.get(number) : Invocation.of(work);
    }

    /** Those of one of the sessions that an entry calls nox with. */
    public List<Invocation> invocations(Work work, NoxCall call) {
        return work.call() == call ? invocations(work) : Invocation.of(work, call);
    }

    /** The entry that a reference names; {@code null} for a tag and for an unknown name. */
    public @Nullable Entry named(Reference reference) {
        return reference instanceof Reference.Name name ? manifest.named(name.name()) : null;
    }
}
