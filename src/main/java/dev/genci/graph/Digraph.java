package dev.genci.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A directed graph over the nodes 0 to {@code size - 1}. An edge leads from a node to one that must come before it.
 * Adding an edge twice is adding it once. All algorithms work without recursion, so that a long chain cannot overflow the
 * stack.
 */
public final class Digraph {
    private final List<List<Integer>> before = new ArrayList<>();
    /** Both ends in one number: a set of bits per node would take the square of the nodes. */
    private final Set<Long> edges = new HashSet<>();

    /** A graph without edges. */
    public Digraph(int size) {
        for (int i = 0; i < size; i++) {
            before.add(new ArrayList<>());
        }
    }

    /** The number of nodes. */
    public int size() {
        return before.size();
    }

    /** Says that {@code earlier} comes before {@code node}. */
    public void edge(int node, int earlier) {
        if (edges.add((long) node << Integer.SIZE | earlier)) {
            before.get(node).add(earlier);
        }
    }

    /** The nodes directly before a node, in the order in which they were added. */
    public List<Integer> before(int node) {
        return before.get(node);
    }

    /** The same graph with every edge turned around. */
    public Digraph reversed() {
        Digraph reversed = new Digraph(size());
        for (int node = 0; node < size(); node++) {
            for (int earlier : before(node)) {
                reversed.edge(earlier, node);
            }
        }
        return reversed;
    }
}
