package dev.genci.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The topological order of an acyclic graph. If a graph has cycles, the nodes on and after them are missing. */
public final class Order {
    private Order() {}

    /** The nodes in topological order; of several possible nodes, the smallest number comes first. */
    public static List<Integer> topological(Digraph graph) {
        Digraph after = graph.reversed();
        int[] open = new int[graph.size()];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int node = 0; node < graph.size(); node++) {
            open[node] = graph.before(node).size();
            if (open[node] == 0) {
                ready.add(node);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.add(node);
            for (int next : after.before(node)) {
                if (--open[next] == 0) {
                    ready.add(next);
                }
            }
        }
        return order;
    }

    /** For each node the number of edges of the longest path that ends in it. */
    public static int[] depths(Digraph graph) {
        int[] depths = new int[graph.size()];
        for (int node : topological(graph)) {
            for (int earlier : graph.before(node)) {
                depths[node] = Math.max(depths[node], depths[earlier] + 1);
            }
        }
        return depths;
    }

    /** For each node all that come before it, directly or not. */
    public static List<BitSet> ancestors(Digraph graph) {
        List<BitSet> all = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            all.add(new BitSet());
        }
        for (int node : topological(graph)) {
            BitSet mine = all.get(node);
            for (int earlier : graph.before(node)) {
                mine.set(earlier);
                mine.or(all.get(earlier));
            }
        }
        return all;
    }
}
