package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Work;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of a workflow whose sessions need an interpreter for nox besides their own, because nox cannot run on the one of some
 * of their rows. What is true of all of them decides on the condition of the step, so that jobs can share it.
 */
final class RowsBesideNox {
    private final Set<String> without = new LinkedHashSet<>();
    private boolean some;

    /** Takes the rows of an entry, if its session needs such an interpreter. */
    void add(Work work, List<Row> rows) {
        if (!Invocation.needsNoxPython(work)) {
            return;
        }
        for (Row row : rows) {
            if (row.value(KnownField.PYTHON) instanceof Value.Text python) {
                if (Invocation.runsNox(python.text())) {
                    some = true;
                } else {
                    without.add(python.text());
                }
            }
        }
    }

    /** The interpreters on which nox cannot run; none if it can run on none of them. */
    List<String> withoutNox() {
        return some ? List.copyOf(without) : List.of();
    }
}
