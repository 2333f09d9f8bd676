package dev.genci.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Finds cycles: for each strongly connected component that has one, one shortest cycle through its smallest node, and
 * further ones until every node that lies on a cycle is on a reported one.
 */
public final class Cycles {
    private Cycles() {}

    /**
     * Each cycle as its nodes along the edges, the smallest of those not yet reported first; the last has an edge to the
     * first.
     */
    public static List<List<Integer>> find(Digraph graph) {
        int[] component = components(graph);
        int[] members = new int[graph.size()];
        for (int number : component) {
            members[number]++;
        }
        List<List<Integer>> cycles = new ArrayList<>();
        BitSet reported = new BitSet();
        for (int node = 0; node < graph.size(); node++) {
            boolean onCycle = members[component[node]] > 1 || graph.before(node).contains(node);
            if (onCycle && !reported.get(node)) {
                List<Integer> cycle = shortest(graph, node, component);
                cycle.forEach(reported::set);
                cycles.add(cycle);
            }
        }
        return cycles;
    }

    /** Breadth first from a node on a cycle back to itself, within its component. */
    private static List<Integer> shortest(Digraph graph, int start, int[] component) {
        int[] from = new int[graph.size()];
        Arrays.fill(from, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (true) {
            int node = queue.remove();
            for (int next : graph.before(node)) {
                if (next == start) {
                    return path(from, start, node);
                }
                if (from[next] < 0 && component[next] == component[start]) {
                    from[next] = node;
                    queue.add(next);
                }
            }
        }
    }

    private static List<Integer> path(int[] from, int start, int end) {
        List<Integer> path = new ArrayList<>();
        for (int node = end; node != start; node = from[node]) {
            path.add(node);
        }
        path.add(start);
        Collections.reverse(path);
        return path;
    }

    /** The number of each node's strongly connected component (Tarjan 1972, with a stack of our own). */
    static int[] components(Digraph graph) {
        int size = graph.size();
        int[] component = new int[size];
        int[] index = new int[size];
        int[] low = new int[size];
        int[] edge = new int[size];
        Arrays.fill(component, -1);
        int counter = 0;
        int components = 0;
        Deque<Integer> open = new ArrayDeque<>();
        Deque<Integer> calls = new ArrayDeque<>();
        for (int root = 0; root < size; root++) {
            if (index[root] != 0) {
                continue;
            }
            calls.push(root);
            while (!calls.isEmpty()) {
                int node = calls.peek();
                if (index[node] == 0) {
                    counter++;
                    index[node] = counter;
                    low[node] = counter;
                    open.push(node);
                }
                if (edge[node] < graph.before(node).size()) {
                    int next = graph.before(node).get(edge[node]++);
                    if (index[next] == 0) {
                        calls.push(next);
                    } else if (component[next] < 0) {
                        low[node] = Math.min(low[node], index[next]);
                    }
                    continue;
                }
                calls.pop();
                if (!calls.isEmpty()) {
                    low[calls.peek()] = Math.min(low[calls.peek()], low[node]);
                }
                if (low[node] == index[node]) {
                    close(open, node, component, components++);
                }
            }
        }
        return component;
    }

    private static void close(Deque<Integer> open, int root, int[] component, int number) {
        int node;
        do {
            node = open.pop();
            component[node] = number;
        } while (node != root);
    }
}
