package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.EntryGraph;
import dev.genci.analysis.EntryGraph.Edge;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.graph.Cycles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports cycles: the whole path in the message, and the word that causes each edge. */
record CycleReport(RuleId rule, String what, Analysis analysis, EntryGraph graph) {

    /** Reports every cycle of the graph. */
    void report(Consumer<Diagnostic> report) {
        Cycles.find(graph.graph()).forEach(cycle -> report.accept(diagnostic(cycle)));
    }

    private Diagnostic diagnostic(List<Integer> cycle) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            edges.add(graph.edge(cycle.get(i), cycle.get((i + 1) % cycle.size())));
        }
        String path = Stream.concat(cycle.stream(), Stream.of(cycle.get(0)))
                .map(this::name)
                .collect(Collectors.joining(" -> "));
        Diagnostic error = Diagnostic.of(rule, edges.get(0).place(), what + ": " + path);
        for (Edge edge : edges) {
            error = error.related(
                    edge.place(),
                    "\"" + name(edge.from()) + "\" " + edge.reason().verb() + " \"" + name(edge.to()) + "\"");
        }
        return error;
    }

    private String name(int number) {
        return analysis.entries().get(number).name();
    }
}
