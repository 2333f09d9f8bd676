package dev.genci.init;

import dev.genci.manifest.Parameters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the axes of parameters: {@code a='1', b='x'}, {@code a='1', b='y'} are {@code a: ["1"]} and {@code b: [x, y]}. */
public final class Folding {
    private Folding() {}

    /**
     * The values of each parameter, in the order in which they occur; empty when the texts are not just all combinations of
     * texts, as nox names them.
     */
    public static Map<String, Set<String>> axes(List<String> parameters) {
        Map<String, Set<String>> axes = new LinkedHashMap<>();
        for (String text : parameters) {
            List<Parameters.Parameter> listed = Parameters.of(text);
            StringBuilder again = new StringBuilder();
            for (Parameters.Parameter parameter : listed) {
                again.append(again.isEmpty() ? "" : ", ");
                again.append(parameter.name())
                        .append("='")
                        .append(parameter.value())
                        .append('\'');
                axes.computeIfAbsent(parameter.name(), name -> new LinkedHashSet<>())
                        .add(parameter.value());
            }
            boolean plain = listed.stream().allMatch(Parameters.Parameter::plain);
            if (!plain || !again.toString().equals(text)) {
                return Map.of();
            }
        }
        long combinations = 1;
        for (Set<String> values : axes.values()) {
            combinations = Math.min(combinations * values.size(), Integer.MAX_VALUE);
        }
        boolean whole = combinations == parameters.size()
                && parameters.stream().allMatch(text -> Parameters.of(text).size() == axes.size());
        return whole ? axes : Map.of();
    }
}
