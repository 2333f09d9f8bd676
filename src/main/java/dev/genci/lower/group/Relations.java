package dev.genci.lower.group;

import dev.genci.graph.Digraph;
import dev.genci.graph.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What each position has to do with the others, as far as it decides when jobs run. Positions that share a job agree in all of it.
 *
 * @param kinds each with a set for every position
 */
record Relations(List<Kind> kinds) {

    /**
     * A relation.
     *
     * @param verb between the names of two sessions
     * @param of the positions to which each position has it
     */
    record Kind(String verb, List<BitSet> of) {}

    /** Those of a schedule. */
    static Relations of(Schedule schedule) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind("waits for", schedule.ancestors()));
        kinds.add(new Kind("is needed by", schedule.descendants()));
        if (schedule.joins().hasEdges()) {
            kinds.add(new Kind("needs the success of", Order.ancestors(schedule.needs())));
            kinds.add(new Kind(
                    "must succeed for", Order.ancestors(schedule.needs().reversed())));
            kinds.add(new Kind("runs even after a failure of", direct(schedule.joins())));
            kinds.add(new Kind("may fail for", direct(schedule.joins().reversed())));
        }
        if (!schedule.gated().isEmpty() && schedule.takes().hasEdges()) {
            List<BitSet> taken = direct(schedule.takes());
            taken.forEach(each -> each.and(schedule.gated()));
            kinds.add(new Kind("downloads from", taken));
        }
        return new Relations(kinds);
    }

    private static List<BitSet> direct(Digraph graph) {
        List<BitSet> all = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            BitSet before = new BitSet();
            graph.before(node).forEach(before::set);
            all.add(before);
        }
        return all;
    }

    /** What a position has to do with others, in the order of the kinds. */
    List<BitSet> of(int position) {
        List<BitSet> all = new ArrayList<>(kinds.size());
        for (Kind kind : kinds) {
            all.add(kind.of().get(position));
        }
        return all;
    }
}
