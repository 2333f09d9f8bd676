package dev.genci.lower.group;

import dev.genci.graph.Digraph;
import dev.genci.graph.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The rows of sessions, and which of them wait for which.
 *
 * @param order by depth in the graph of needs, then as in the manifest, then row by row; the others name positions in it
 * @param needs what must have succeeded before
 * @param ancestors the same transitively
 * @param descendants what must run after, transitively
 * @param chain those that must not overlap, ascending, in the order in which they run; empty or at least two
 * @param mayBeSkipped those that may be skipped without fault: they or an ancestor have a condition
 */
public record Schedule(
        List<SessionRows> order,
        Digraph needs,
        List<BitSet> ancestors,
        List<BitSet> descendants,
        List<Integer> chain,
        BitSet mayBeSkipped) {

    /**
     * Schedules sessions.
     *
     * @param sessionGraph which session in CI waits for which, by their numbers
     * @param sessions each with all its rows; those without rows are not there
     */
    public static Schedule of(Digraph sessionGraph, List<SessionRows> sessions) {
        Digraph sessionNeeds = sessionNeeds(sessionGraph, sessions);
        int[] depths = Order.depths(sessionNeeds);
        int exclusive = sessions.stream()
                .filter(Schedule::isExclusive)
                .mapToInt(own -> own.rows().size())
                .sum();
        boolean chained = exclusive > 1;
        List<SessionRows> order = new ArrayList<>();
        sessions.stream()
                // Stable: sessions of one depth keep the manifest's order.
                .sorted((one, other) -> Integer.compare(depths[one.number()], depths[other.number()]))
                .forEach(own ->
                        order.addAll(chained && isExclusive(own) || own.mustBeSplit() ? own.split() : List.of(own)));
        Digraph needs = needs(sessionNeeds, order);
        List<BitSet> ancestors = Order.ancestors(needs);
        List<Integer> chain = new ArrayList<>();
        BitSet mayBeSkipped = new BitSet();
        for (int i = 0; i < order.size(); i++) {
            if (chained && isExclusive(order.get(i))) {
                chain.add(i);
            }
            boolean own = order.get(i).template().condition() != null;
            mayBeSkipped.set(i, own || ancestors.get(i).intersects(mayBeSkipped));
        }
        return new Schedule(order, needs, ancestors, Order.ancestors(needs.reversed()), chain, mayBeSkipped);
    }

    private static boolean isExclusive(SessionRows rows) {
        return !rows.work().mayOverlap();
    }

    /** Needs between sessions with rows; one without is stood for by what it needs, so that the order stays. */
    private static Digraph sessionNeeds(Digraph asked, List<SessionRows> sessions) {
        BitSet there = new BitSet();
        sessions.forEach(own -> there.set(own.number()));
        Digraph needs = new Digraph(asked.size());
        for (int number : Order.topological(asked)) {
            for (int earlier : asked.before(number)) {
                if (there.get(earlier)) {
                    needs.edge(number, earlier);
                } else {
                    List.copyOf(needs.before(earlier)).forEach(before -> needs.edge(number, before));
                }
            }
        }
        return needs;
    }

    private static Digraph needs(Digraph sessionNeeds, List<SessionRows> order) {
        List<List<Integer>> positions = new ArrayList<>();
        for (int i = 0; i < sessionNeeds.size(); i++) {
            positions.add(new ArrayList<>());
        }
        for (int i = 0; i < order.size(); i++) {
            positions.get(order.get(i).number()).add(i);
        }
        Digraph needs = new Digraph(order.size());
        for (int i = 0; i < order.size(); i++) {
            for (int earlier : sessionNeeds.before(order.get(i).number())) {
                for (int position : positions.get(earlier)) {
                    needs.edge(i, position);
                }
            }
        }
        return needs;
    }

    /** The place of a position in the chain; -1 when it is not in it. */
    public int inChain(int position) {
        return Math.max(-1, Collections.binarySearch(chain, position));
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
