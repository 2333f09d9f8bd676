package dev.genci.lower.group;

import dev.genci.graph.Digraph;
import dev.genci.graph.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which sessions, or rows of them, wait for which.
 *
 * @param needs what must have succeeded before
 * @param joins what only must have run before: it may have failed. No edge is in both
 * @param takes those of the needs of which something is wanted, so that they cannot be dispensed with where they are skipped
 */
record Edges(Digraph needs, Digraph joins, Digraph takes) {

    /**
     * The edges between sessions that have rows. One without is stood for by what it waits for, so that the order stays. Who
     * needs a session that joins others needs their success, too: a session that runs after a failure vouches for nothing.
     *
     * @param asked which session waits for which
     * @param there the sessions with rows
     * @param gated those of them that are skipped where nothing has changed
     * @param deciding those whose own condition decides about all that they wait for
     */
    static Edges between(Waits asked, BitSet there, BitSet gated, BitSet deciding) {
        int size = asked.all().size();
        Edges edges = new Edges(new Digraph(size), new Digraph(size), new Digraph(size));
        // What a session joins, also by what that joins.
        BitSet[] joined = new BitSet[size];
        for (int number : Order.topological(asked.all())) {
            BitSet needed = new BitSet();
            BitSet ended = new BitSet();
            BitSet taken = new BitSet();
            for (int earlier : asked.all().before(number)) {
                boolean join = asked.ends().before(number).contains(earlier);
                if (there.get(earlier)) {
                    (join ? ended : needed).set(earlier);
                    taken.set(earlier, join || asked.takes().before(number).contains(earlier));
                } else {
                    edges.needs.before(earlier).forEach(needed::set);
                    edges.joins.before(earlier).forEach(join ? ended::set : needed::set);
                }
            }
            for (int need : needed.stream().toArray()) {
                needed.or(joined[need]);
            }
            if (!deciding.get(number)) {
                edges.goThrough(gated, needed, taken);
            }
            ended.andNot(needed);
            taken.and(needed);
            taken.stream().forEach(earlier -> edges.takes.edge(number, earlier));
            needed.stream().forEach(earlier -> edges.needs.edge(number, earlier));
            ended.stream().forEach(earlier -> edges.joins.edge(number, earlier));
            joined[number] = ended;
            for (int earlier : ended.stream().toArray()) {
                ended.or(joined[earlier]);
            }
        }
        return edges;
    }

    /**
     * Where a need can be dispensed with because nothing of it has changed, what it waits for itself is needed in its place.
     *
     * @param needed what a session needs; gets the rest
     * @param taken what it cannot do without
     */
    private void goThrough(BitSet gated, BitSet needed, BitSet taken) {
        BitSet open = (BitSet) needed.clone();
        open.and(gated);
        open.andNot(taken);
        while (!open.isEmpty()) {
            int gate = open.nextSetBit(0);
            open.clear(gate);
            for (Digraph before : List.of(needs, joins)) {
                for (int earlier : before.before(gate)) {
                    open.set(earlier, open.get(earlier) || isNew(earlier, gated, needed, taken));
                    needed.set(earlier);
                }
            }
        }
    }

    private static boolean isNew(int number, BitSet gated, BitSet needed, BitSet taken) {
        return gated.get(number) && !needed.get(number) && !taken.get(number);
    }

    /** The same edges between rows. */
    Edges between(List<Scheduled> rows) {
        List<List<Integer>> positions = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            positions.add(new ArrayList<>());
        }
        for (int i = 0; i < rows.size(); i++) {
            positions.get(rows.get(i).number()).add(i);
        }
        return new Edges(
                between(rows, needs, positions), between(rows, joins, positions), between(rows, takes, positions));
    }

    private static Digraph between(List<Scheduled> rows, Digraph sessions, List<List<Integer>> positions) {
        Digraph edges = new Digraph(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (int earlier : sessions.before(rows.get(i).number())) {
                for (int position : positions.get(earlier)) {
                    edges.edge(i, position);
                }
            }
        }
        return edges;
    }

    /** All edges: what must have ended before. */
    Digraph all() {
        return joins.hasEdges() ? needs.with(joins) : needs;
    }
}
