package dev.genci.analysis;

import dev.genci.graph.Digraph;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Reference;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.List;

/** Which entries refer to which, by their numbers; every edge knows the word that made it. */
public final class EntryGraph {
    /** What makes an edge. */
    public enum Reason {
        /** A word of {@code needs} or of what is downloaded. */
        NEEDS("needs"),
        /** A word of {@code members}. */
        MEMBERS("has the member");

        private final String verb;

        Reason(String verb) {
            this.verb = verb;
        }

        private List<Located<Reference>> words(Entry entry) {
            return this == NEEDS ? entry.waitsFor() : entry.members();
        }

        /** The verb between the names of the two entries in messages. */
        public String verb() {
            return verb;
        }
    }

    /**
     * An edge.
     *
     * @param from the entry that refers
     * @param to the entry that it refers to
     * @param place the word
     */
    public record Edge(int from, int to, Reason reason, Place place) {}

    private final References references;
    private final Reason reason;
    private final Digraph graph;

    private EntryGraph(References references, Reason reason) {
        this.references = references;
        this.reason = reason;
        this.graph = new Digraph(references.entries().size());
    }

    /** Which session in CI, or job, waits for which; for itself only where it names itself. */
    static EntryGraph needs(References references) {
        EntryGraph needs = new EntryGraph(references, Reason.NEEDS);
        BitSet scheduled = references.scheduled();
        for (int number = scheduled.nextSetBit(0); number >= 0; number = scheduled.nextSetBit(number + 1)) {
            int from = number;
            references.needs(number).stream().forEach(to -> needs.graph.edge(from, to));
            Entry entry = references.entry(number);
            if (entry.waitsFor().stream().anyMatch(word -> word.value().isName(entry.name()))) {
                needs.graph.edge(number, number);
            }
        }
        return needs;
    }

    /** Which session in CI runs even if which failed; these edges are among those of the needs, too. */
    static Digraph joins(References references) {
        Digraph joins = new Digraph(references.entries().size());
        references.running().stream()
                .filter(number -> !references.entry(number).joins().isEmpty())
                .forEach(from -> references.joins(from).stream().forEach(to -> joins.edge(from, to)));
        return joins;
    }

    /** Which session in CI downloads from which, and asks for its success; these edges are among those of the needs, too. */
    static Digraph takes(References references) {
        Digraph takes = new Digraph(references.entries().size());
        references.running().stream()
                .filter(number -> !references.entry(number).downloads().isEmpty())
                .forEach(from -> references.takes(from).stream().forEach(to -> takes.edge(from, to)));
        return takes;
    }

    /** Which meta-session has which as a member. */
    public static EntryGraph metas(References references) {
        EntryGraph metas = new EntryGraph(references, Reason.MEMBERS);
        for (int number = 0; number < metas.graph.size(); number++) {
            if (references.entry(number) instanceof Meta) {
                for (int inner : references.directMetas(number)) {
                    metas.graph.edge(number, inner);
                }
            }
        }
        return metas;
    }

    /** The edges alone. Do not change the result. */
    public Digraph graph() {
        return graph;
    }

    /** An edge. Its word is looked up here: a tag makes so many that they are not kept with their words. */
    public Edge edge(int from, int to) {
        Entry entry = references.entry(from);
        String name = references.entry(to).name();
        Place place = reason.words(entry).stream()
                .filter(word -> word.value().isName(name)
                        || references.find(word.value()).get(to))
                .map(Located::place)
                .findFirst()
                .orElse(entry.place());
        return new Edge(from, to, reason, place);
    }
}
