package dev.genci.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A directed graph over the nodes 0 to {@code size - 1}. An edge leads from a node to one that must come before it.
 * Adding an edge twice is adding it once. All algorithms work without recursion, so that a long chain cannot overflow the
 * stack; an edge takes four bytes, so that 2,000 nodes can each come before 2,000 others.
 */
public final class Digraph {
    private final Neighbours[] before;

    /** A graph without edges. */
    public Digraph(int size) {
        before = new Neighbours[size];
        Arrays.setAll(before, node -> new Neighbours());
    }

    /** The number of nodes. */
    public int size() {
        return before.length;
    }

    /** Adds the edge: {@code earlier} comes before {@code node}. */
    public void edge(int node, int earlier) {
        before[node].add(earlier);
    }

    /** The nodes directly before a node, in the order in which they were added. */
    public List<Integer> before(int node) {
        return before[node];
    }

    /** Whether it has any edge. */
    public boolean hasEdges() {
        return Arrays.stream(before).anyMatch(nodes -> nodes.size > 0);
    }

    /** The edges of two graphs over the same nodes. */
    public Digraph with(Digraph other) {
        Digraph both = new Digraph(size());
        for (int node = 0; node < size(); node++) {
            for (int earlier : before(node)) {
                both.edge(node, earlier);
            }
            for (int earlier : other.before(node)) {
                both.edge(node, earlier);
            }
        }
        return both;
    }

    /** The same graph with every edge turned around. */
    public Digraph reversed() {
        Digraph reversed = new Digraph(size());
        for (int node = 0; node < size(); node++) {
            for (int earlier : before(node)) {
                // A new one, as every edge is here only once.
                reversed.before[earlier].append(node);
            }
        }
        return reversed;
    }

    /** Different nodes in the order in which they were added. */
    private static final class Neighbours extends AbstractList<Integer> implements RandomAccess {
        /** As many are looked through as fast as they are looked up. */
        private static final int FEW = 8;

        private int[] nodes = {};
        private int size;
        /** The same nodes, once they were looked up when there were more than a few. */
        private @Nullable BitSet known;

        void add(int node) {
            if (!has(node)) {
                append(node);
            }
        }

        /** Adds a node that is not there. */
        void append(int node) {
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, Math.max(2, 2 * size));
            }
            nodes[size++] = node;
            if (known != null) {
                known.set(node);
            }
        }

        private boolean has(int node) {
            if (size > FEW) {
                if (known == null) {
                    known = new BitSet();
                    forEach(known::set);
                }
                return known.get(node);
            }
            for (int i = 0; i < size; i++) {
                if (nodes[i] == node) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Integer get(int index) {
            return nodes[index];
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(@Nullable Object node) {
            return node instanceof Integer number && has(number);
        }
    }
}
