package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import dev.genci.manifest.References;
import dev.genci.source.Place;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of a cycle: the whole path in the message, and the word that makes each edge. */
final class EdgePath {
    private EdgePath() {}

    static Diagnostic cycle(
            RuleId id,
            String what,
            List<Integer> cycle,
            References references,
            Function<Entry, List<Located<Reference>>> words,
            String verb) {
        String path = Stream.concat(cycle.stream(), Stream.of(cycle.get(0)))
                .map(number -> references.entry(number).name())
                .collect(Collectors.joining(" -> "));
        Diagnostic error =
                Diagnostic.of(id, place(cycle.get(0), next(cycle, 0), references, words), what + ": " + path);
        for (int i = 0; i < cycle.size(); i++) {
            int next = next(cycle, i);
            error = error.related(
                    place(cycle.get(i), next, references, words),
                    "\"" + references.entry(cycle.get(i)).name() + "\" " + verb + " \""
                            + references.entry(next).name() + "\"");
        }
        return error;
    }

    private static int next(List<Integer> cycle, int i) {
        return cycle.get((i + 1) % cycle.size());
    }

    /** The word of a session that makes it refer to the next one. */
    private static Place place(
            int number, int next, References references, Function<Entry, List<Located<Reference>>> words) {
        Entry entry = references.entry(number);
        String name = references.entry(next).name();
        return words.apply(entry).stream()
                .filter(word -> word.value().isName(name)
                        || references.find(word.value()).get(next))
                .map(Located::place)
                .findFirst()
                .orElse(entry.place());
    }
}
