package dev.genci.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes are letters; {@code "b a"} says that b comes after a. */
class GraphTest {
    private static Digraph graph(int size, String... edges) {
        Digraph graph = new Digraph(size);
        for (String edge : edges) {
            for (char earlier : edge.substring(2).toCharArray()) {
                graph.edge(edge.charAt(0) - 'a', earlier - 'a');
            }
        }
        return graph;
    }

    private static String letters(Iterable<Integer> nodes) {
        StringBuilder out = new StringBuilder();
        nodes.forEach(node -> out.append((char) ('a' + node)));
        return out.toString();
    }

    private static String letters(BitSet nodes) {
        return letters(nodes.stream().boxed().toList());
    }

    private static List<String> cycles(Digraph graph) {
        return Cycles.find(graph).stream().map(GraphTest::letters).toList();
    }

    @Test
    void edgesKeepTheirOrderAndCountOnce() {
        Digraph graph = graph(3, "c b", "c a", "c b");
        assertThat(graph.size()).isEqualTo(3);
        assertThat(letters(graph.before(2))).isEqualTo("ba");
        assertThat(letters(graph.reversed().before(0))).isEqualTo("c");
        assertThat(graph.before(0)).isEmpty();
    }

    @Test
    void theSmallerNumberComesFirstWhereThereIsAChoice() {
        assertThat(letters(Order.topological(graph(5, "a d", "b d", "c a")))).isEqualTo("deabc");
        assertThat(letters(Order.topological(graph(3)))).isEqualTo("abc");
    }

    @Test
    void nodesOnCyclesAndAfterThemHaveNoOrder() {
        assertThat(letters(Order.topological(graph(5, "b c", "c b", "d c", "e a"))))
                .isEqualTo("ae");
    }

    @Test
    void depthIsTheLongestPath() {
        assertThat(Order.depths(graph(4, "b a", "c b", "d ac"))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void ancestorsAreFollowedToTheEnd() {
        List<String> ancestors = Order.ancestors(graph(5, "b a", "c b", "d ab", "e cd")).stream()
                .map(GraphTest::letters)
                .toList();
        assertThat(ancestors).containsExactly("", "a", "ab", "ab", "abcd");
    }

    @Test
    void everyNodeOnACycleIsOnAReportedOne() {
        assertThat(cycles(graph(3, "a b", "b c"))).isEmpty();
        assertThat(cycles(graph(2, "a a", "b a"))).containsExactly("a");
        assertThat(cycles(graph(4, "a b", "b c", "c a", "d a"))).containsExactly("abc");
        assertThat(cycles(graph(5, "a b", "b a", "c d", "d e", "e c"))).containsExactly("ab", "cde");
        // Two circles through a: the shorter one first, then the one that is left.
        assertThat(cycles(graph(4, "a cb", "b a", "c d", "d a"))).containsExactly("ab", "cda");
    }

    @Test
    void theShortestCycleLeavesDetoursOut() {
        assertThat(cycles(graph(4, "a bd", "b c", "c d", "d a"))).containsExactly("ad", "bcda");
        // From b one can leave its component, towards e, but never come back.
        assertThat(cycles(graph(5, "b ec", "c b", "e a"))).containsExactly("bc");
        // Back to the first node's neighbour, but not to the first node.
        assertThat(cycles(graph(4, "a b", "b c", "c bd", "d a"))).contains("abcd");
        // Both ways from a lead to d: it is entered once.
        assertThat(cycles(graph(5, "a bc", "b d", "c d", "d e", "e a"))).containsExactly("abde", "cdea");
    }

    @Test
    void componentsAreWhatReachesItself() {
        int[] component = Cycles.components(graph(6, "a b", "b a", "c a", "d e", "e d", "f e"));
        assertThat(component[0]).isEqualTo(component[1]);
        assertThat(component[3]).isEqualTo(component[4]);
        assertThat(IntStream.of(component).distinct().count()).isEqualTo(4);
    }

    @Test
    void aChainOfAHundredThousandIsNoProblem() {
        int size = 100_000;
        Digraph chain = new Digraph(size);
        for (int node = 1; node < size; node++) {
            chain.edge(node, node - 1);
        }
        assertThat(Order.topological(chain)).hasSize(size).startsWith(0, 1).endsWith(size - 1);
        assertThat(Order.depths(chain)[size - 1]).isEqualTo(size - 1);
        assertThat(IntStream.of(Cycles.components(chain)).distinct().count()).isEqualTo(size);
        assertThat(Cycles.find(chain)).isEmpty();
        chain.edge(0, size - 1);
        assertThat(Cycles.find(chain)).hasSize(1).first().satisfies(cycle -> assertThat(cycle)
                .hasSize(size));
    }

    @Test
    void aWideGraphIsNoProblem() {
        int half = 500;
        Digraph wide = new Digraph(2 * half);
        for (int node = half; node < 2 * half; node++) {
            for (int earlier = 0; earlier < half; earlier++) {
                wide.edge(node, earlier);
            }
        }
        List<BitSet> ancestors = Order.ancestors(wide);
        assertThat(ancestors.get(2 * half - 1).cardinality()).isEqualTo(half);
        assertThat(Cycles.find(wide)).isEmpty();
        assertThat(Order.topological(wide))
                .isEqualTo(IntStream.range(0, 2 * half).boxed().collect(Collectors.toCollection(ArrayList::new)));
    }
}
