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
 * @param takes those of the needs that cannot be dispensed with where they are skipped
 * @param joins what must have run before, and may have failed
 * @param ancestors what must have ended before, transitively
 * @param descendants what must run after, transitively
 * @param joined what is joined, also by what is joined
 * @param chain those that must not overlap, ascending, in the order in which they run; empty or at least two
 * @param gated those that are skipped where nothing of their files has changed
 * @param mayBeSkipped those that may be skipped without fault: by a condition of their own or of an ancestor, or as nothing has
 *     changed
 */
public record Schedule(
        List<Scheduled> order,
        Digraph needs,
        Digraph takes,
        Digraph joins,
        List<BitSet> ancestors,
        List<BitSet> descendants,
        List<BitSet> joined,
        List<Integer> chain,
        BitSet gated,
        BitSet mayBeSkipped) {

    /**
     * Schedules sessions.
     *
     * @param waits which session in CI, or job, waits for which
     * @param sessions each with all its rows, and the jobs; those without rows, or without a runner, are not there
     */
    public static Schedule of(Waits waits, List<? extends Scheduled> sessions) {
        BitSet there = new BitSet();
        BitSet gatedNumbers = new BitSet();
        BitSet deciding = new BitSet();
        sessions.forEach(own -> {
            there.set(own.number());
            gatedNumbers.set(own.number(), !own.paths().isEmpty());
            deciding.set(own.number(), own.asksStatus());
        });
        Edges between = Edges.between(waits, there, gatedNumbers, deciding);
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
        BitSet gated = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            if (chained && order.get(i).isExclusive()) {
                chain.add(i);
            }
            gated.set(i, !order.get(i).paths().isEmpty());
        }
        Digraph joins = edges.joins();
        List<BitSet> joined =
                joins.hasEdges() ? Order.ancestors(joins) : Collections.nCopies(order.size(), new BitSet());
        List<BitSet> descendants = Order.ancestors(all.reversed());
        BitSet mayBeSkipped = mayBeSkipped(order, edges, gated);
        return new Schedule(
                order, edges.needs(), edges.takes(), joins, ancestors, descendants, joined, chain, gated, mayBeSkipped);
    }

    /** A session that is skipped by its condition skips all that need it; one of which nothing has changed, what takes from it. */
    private static BitSet mayBeSkipped(List<Scheduled> order, Edges edges, BitSet gated) {
        BitSet passesOn = new BitSet();
        BitSet mayBeSkipped = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            passesOn.set(
                    i,
                    order.get(i).condition() != null
                            || isAfter(i, edges.needs(), passesOn)
                            || isAfter(i, edges.takes(), mayBeSkipped)
                            || isAfter(i, edges.joins(), mayBeSkipped));
            mayBeSkipped.set(i, passesOn.get(i) || gated.get(i));
        }
        return mayBeSkipped;
    }

    private static boolean isAfter(int position, Digraph edges, BitSet some) {
        for (int earlier : edges.before(position)) {
            if (some.get(earlier)) {
                return true;
            }
        }
        return false;
    }

    /** The positions that must have succeeded before another, or were skipped only because nothing had changed. */
    public BitSet dispensable(int position) {
        BitSet found = new BitSet();
        if (!gated.isEmpty()) {
            needs.before(position).forEach(found::set);
            found.and(gated);
            takes.before(position).forEach(found::clear);
        }
        return found;
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
