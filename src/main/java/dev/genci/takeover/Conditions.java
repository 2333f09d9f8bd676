package dev.genci.takeover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says conditions of a job for rows of a manifest: as they are written where that means the same, else by what decides them. */
record Conditions(Rewriter rewriter) {

    /**
     * A condition.
     *
     * @return empty where it always holds, {@code false} where it never does, {@code null} where it cannot be said
     */
    @Nullable String of(String written) {
        String condition = written.strip();
        if (condition.startsWith("${{") && condition.endsWith("}}") && condition.indexOf("${{", 3) < 0) {
            condition = condition.substring(3, condition.length() - 2).strip();
        }
        List<String> terms = new ArrayList<>();
        for (String term : Terms.of(condition)) {
            List<@Nullable Boolean> truths = truths(term);
            if (truths.stream().allMatch(Boolean.FALSE::equals)) {
                return "false";
            }
            if (truths.stream().allMatch(Boolean.TRUE::equals) && !Terms.isStatus(term)) {
                continue;
            }
            String said = rewriter.expression(term);
            // A row has texts: the text false would be true.
            if (said == null || rewriter.readsFlag(term)) {
                said = decided(truths);
            }
            if (said == null) {
                return null;
            }
            terms.add(said.strip());
        }
        return String.join(" && ", terms);
    }

    /** Whether it holds in each row; {@code null} where only a run knows. */
    private List<@Nullable Boolean> truths(String term) {
        List<@Nullable Boolean> truths = new ArrayList<>();
        rewriter.cells().forEach(cell -> truths.add(cell.row().scope().truth(term)));
        return truths;
    }

    /** What decides a condition that is known in each row; {@code null} where no single value does. */
    private @Nullable String decided(List<@Nullable Boolean> truths) {
        if (truths.isEmpty() || truths.contains(null)) {
            return null;
        }
        for (String name : rewriter.names()) {
            Map<String, @Nullable Boolean> byValue = new LinkedHashMap<>();
            boolean decides = true;
            for (int i = 0; i < truths.size(); i++) {
                Boolean truth = truths.get(i);
                Boolean before = byValue.putIfAbsent(rewriter.named(i, name), truth);
                decides &= before == null || before.equals(truth);
            }
            if (decides) {
                return said(name, byValue);
            }
        }
        return null;
    }

    private static String said(String name, Map<String, @Nullable Boolean> byValue) {
        List<String> yes = new ArrayList<>();
        List<String> no = new ArrayList<>();
        byValue.forEach(
                (value, truth) -> (Boolean.TRUE.equals(truth) ? yes : no).add("'" + value.replace("'", "''") + "'"));
        if (no.size() == 1 && yes.size() > 1) {
            return name + " != " + no.get(0);
        }
        String any = yes.stream().map(value -> name + " == " + value).collect(Collectors.joining(" || "));
        return yes.size() == 1 ? any : "(" + any + ")";
    }
}
