package dev.genci.lower;

import dev.genci.graph.Digraph;
import dev.genci.graph.Order;
import dev.genci.manifest.References;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Units, and the order among them.
 *
 * @param units in the order of their depth in the graph of needs, then of the manifest, then of their rows
 * @param needs between units, by their positions: what must have succeeded
 * @param ancestors the same transitively
 * @param chain the positions of the units that must not overlap, ascending, in the order in which they run; empty or at
 *     least two
 * @param mayBeSkipped the positions of units that may be skipped without fault: it or an ancestor has a condition
 */
record Plan(List<Unit> units, Digraph needs, List<BitSet> ancestors, List<Integer> chain, BitSet mayBeSkipped) {

    /**
     * Plans sessions.
     *
     * @param whole a unit for every session that has rows, with all of them
     */
    static Plan of(References references, List<Unit> whole) {
        Digraph sessions = sessionNeeds(references, whole);
        int[] depths = Order.depths(sessions);
        boolean chained = whole.stream()
                        .filter(Plan::unsafe)
                        .mapToInt(unit -> unit.rows().size())
                        .sum()
                > 1;
        List<Unit> units = new ArrayList<>();
        whole.stream()
                // Stable: units of one depth keep the manifest's order.
                .sorted((one, other) -> Integer.compare(depths[one.number()], depths[other.number()]))
                .forEach(unit -> units.addAll(chained && unsafe(unit) || unit.mixed() ? unit.split() : List.of(unit)));
        Digraph needs = unitNeeds(sessions, units);
        List<BitSet> ancestors = Order.ancestors(needs);
        List<Integer> chain = new ArrayList<>();
        BitSet mayBeSkipped = new BitSet();
        for (int i = 0; i < units.size(); i++) {
            if (chained && unsafe(units.get(i))) {
                chain.add(i);
            }
            boolean own = units.get(i).shape().condition() != null;
            mayBeSkipped.set(i, own || ancestors.get(i).intersects(mayBeSkipped));
        }
        return new Plan(units, needs, ancestors, chain, mayBeSkipped);
    }

    private static boolean unsafe(Unit unit) {
        return !unit.session().mayOverlap();
    }

    /** Needs between sessions with rows; one without is stood for by what it needs, so that the order stays. */
    private static Digraph sessionNeeds(References references, List<Unit> whole) {
        BitSet there = new BitSet();
        whole.forEach(unit -> there.set(unit.number()));
        int size = references.entries().size();
        BitSet running = references.running();
        Digraph asked = new Digraph(size);
        for (int number = 0; number < size; number++) {
            int node = number;
            if (running.get(number)) {
                references.needs(number).stream().forEach(earlier -> asked.edge(node, earlier));
            }
        }
        Digraph needs = new Digraph(size);
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

    private static Digraph unitNeeds(Digraph sessions, List<Unit> units) {
        List<List<Integer>> ofSession = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            ofSession.add(new ArrayList<>());
        }
        for (int i = 0; i < units.size(); i++) {
            ofSession.get(units.get(i).number()).add(i);
        }
        Digraph needs = new Digraph(units.size());
        for (int i = 0; i < units.size(); i++) {
            for (int earlier : sessions.before(units.get(i).number())) {
                for (int unit : ofSession.get(earlier)) {
                    needs.edge(i, unit);
                }
            }
        }
        return needs;
    }

    /** The place of a unit in the chain; -1 when it is not in it. */
    int chained(int unit) {
        return Math.max(-1, Collections.binarySearch(chain, unit));
    }

    /** The positions of the units of a set of sessions. */
    BitSet unitsOf(BitSet sessions) {
        BitSet found = new BitSet();
        for (int i = 0; i < units.size(); i++) {
            found.set(i, sessions.get(units.get(i).number()));
        }
        return found;
    }
}
