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
 */
record Edges(Digraph needs, Digraph joins) {

    /**
     * The edges between sessions that have rows. One without is stood for by what it waits for, so that the order stays. Who
     * needs a session that joins others needs their success, too: a session that runs after a failure vouches for nothing.
     *
     * @param asked which session waits for which
     * @param ends those of these edges that are joins
     * @param there the sessions with rows
     */
    static Edges between(Digraph asked, Digraph ends, BitSet there) {
        Edges edges = new Edges(new Digraph(asked.size()), new Digraph(asked.size()));
        // What a session joins, also by what that joins.
        BitSet[] joined = new BitSet[asked.size()];
        for (int number : Order.topological(asked)) {
            BitSet needed = new BitSet();
            BitSet ended = new BitSet();
            for (int earlier : asked.before(number)) {
                boolean join = ends.before(number).contains(earlier);
                if (there.get(earlier)) {
                    (join ? ended : needed).set(earlier);
                } else {
                    edges.needs.before(earlier).forEach(needed::set);
                    edges.joins.before(earlier).forEach(join ? ended::set : needed::set);
                }
            }
            for (int need : needed.stream().toArray()) {
                needed.or(joined[need]);
            }
            ended.andNot(needed);
            needed.stream().forEach(earlier -> edges.needs.edge(number, earlier));
            ended.stream().forEach(earlier -> edges.joins.edge(number, earlier));
            joined[number] = ended;
            for (int earlier : ended.stream().toArray()) {
                ended.or(joined[earlier]);
            }
        }
        return edges;
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
        return new Edges(between(rows, needs, positions), between(rows, joins, positions));
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
