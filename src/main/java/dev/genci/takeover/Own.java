package dev.genci.takeover;

import dev.genci.workflow.Job;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a manifest has the values of a hand-written matrix that its texts read, and for which it has no word: neither the
 * interpreter, nor the system, nor a parameter.
 *
 * @param axes of the entry's own, and the paths in the matrix whose values they have
 * @param variables that rows bring, and the paths
 * @param apart paths whose value is the same in all rows of an entry
 */
record Own(Map<String, String> axes, Map<String, String> variables, Set<String> apart) {
    /** That of rows without such values. */
    static final Own NONE = new Own(Map.of(), Map.of(), Set.of());

    /**
     * That of rows.
     *
     * @param cells with the same parameters for each interpreter and system
     */
    static Own of(Job job, List<Cell> cells) {
        Rewriter plain = Rewriter.of(cells, NONE);
        Reads reads = new Reads(job, cells.get(0).runs());
        OwnChoice choice = new OwnChoice(job, cells, plain);
        choice.inSteps(open(plain, reads.inSteps));
        choice.brought(open(plain, reads.brought));
        choice.named(open(plain, reads.named));
        choice.fixed(open(plain, reads.fixed));
        choice.inCalls(open(plain, reads.calls));
        Own own = choice.own();
        Conditions conditions = new Conditions(Rewriter.of(cells, own));
        Set<String> unsaid = new LinkedHashSet<>();
        for (String condition : reads.conditions) {
            if (conditions.of(condition) == null) {
                unsaid.addAll(plain.open(condition));
            }
        }
        if (unsaid.isEmpty()) {
            return own;
        }
        choice.inSteps(unsaid);
        return choice.own();
    }

    private static Set<String> open(Rewriter rewriter, Set<String> texts) {
        Set<String> open = new LinkedHashSet<>();
        texts.forEach(text -> open.addAll(rewriter.open(text)));
        return open;
    }

    /** What the texts of a row may read, by the words of the manifest. */
    static Map<String, String> values(Cell cell, Map<String, String> paths, String before) {
        Map<String, String> values = new LinkedHashMap<>();
        paths.forEach((name, path) -> values.put(before + name, String.valueOf(Rewriter.value(cell, path))));
        return values;
    }
}
