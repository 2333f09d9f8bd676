package dev.genci.lower.group;

import dev.genci.graph.Digraph;
import dev.genci.graph.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The rows of sessions, the jobs of the manifest, and which of them wait for which.
 *
 * @param order by how each stands to the final job, then by depth in the graph of needs, then as in the manifest, then row by row; the others name positions in it
 * @param needs what must have succeeded before
 * @param joins what must have run before, and may have failed
 * @param ancestors what must have ended before, transitively
 * @param descendants what must run after, transitively
 * @param joined what is joined, also by what is joined
 * @param chain those that must not overlap, ascending, in the order in which they run; empty or at least two
 * @param mayBeSkipped those that may be skipped without fault: they or an ancestor have a condition
 */
public record Schedule(
        List<Scheduled> order,
        Digraph needs,
        Digraph joins,
        List<BitSet> ancestors,
        List<BitSet> descendants,
        List<BitSet> joined,
        List<Integer> chain,
        BitSet mayBeSkipped) {

    /**
     * Schedules sessions.
     *
     * @param waits which session in CI, or job, waits for which, by their numbers
     * @param ends those of these edges for which a failure is no reason not to run
     * @param sessions each with all its rows, and the jobs; those without rows, or without a runner, are not there
     */
    public static Schedule of(Digraph waits, Digraph ends, List<? extends Scheduled> sessions) {
        BitSet there = new BitSet();
        sessions.forEach(own -> there.set(own.number()));
        Edges between = Edges.between(waits, ends, there);
        int[] depths = Order.depths(between.all());
        int exclusive = sessions.stream()
                .filter(Scheduled::isExclusive)
                .mapToInt(Scheduled::size)
                .sum();
        boolean chained = exclusive > 1;
        List<Scheduled> order = new ArrayList<>();
        sessions.stream()
                // Stable: sessions of one depth keep the manifest's order. What the final job does not look at comes
                // last, so that nothing waits for it in the chain.
                .sorted((one, other) ->
                        one.standing().turn() == other.standing().turn()
                                ? Integer.compare(depths[one.number()], depths[other.number()])
                                : Integer.compare(
                                        one.standing().turn(), other.standing().turn()))
                .forEach(own -> order.addAll(own.parts(chained)));
        Edges edges = between.between(order);
        Digraph all = edges.all();
        List<BitSet> ancestors = Order.ancestors(all);
        List<Integer> chain = new ArrayList<>();
        BitSet mayBeSkipped = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            if (chained && order.get(i).isExclusive()) {
                chain.add(i);
            }
            boolean own = order.get(i).condition() != null;
            mayBeSkipped.set(i, own || ancestors.get(i).intersects(mayBeSkipped));
        }
        Digraph joins = edges.joins();
        List<BitSet> joined =
                joins.hasEdges() ? Order.ancestors(joins) : Collections.nCopies(order.size(), new BitSet());
        List<BitSet> descendants = Order.ancestors(all.reversed());
        return new Schedule(order, edges.needs(), joins, ancestors, descendants, joined, chain, mayBeSkipped);
    }

    /** The place of a position in the chain; -1 when it is not in it. */
    public int inChain(int position) {
        return Math.max(-1, Collections.binarySearch(chain, position));
    }

    /** The positions of what the final job looks at. */
    public BitSet ofFinal() {
        BitSet found = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            found.set(i, order.get(i).standing() == Standing.COUNTS);
        }
        return found;
    }

    /** The positions of a set of sessions. */
    public BitSet positions(BitSet sessions) {
        BitSet found = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            found.set(i, sessions.get(order.get(i).number()));
        }
        return found;
    }
}
