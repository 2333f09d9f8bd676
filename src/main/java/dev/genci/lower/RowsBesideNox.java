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
 * The rows of a workflow in which nox, installed for them, cannot run on the session's interpreter. What is true of all rows
 * decides on the condition of the step that sets up another one, so that sessions can share jobs, and jobs can share it.
 */
final class RowsBesideNox {
    private final Set<String> without = new LinkedHashSet<>();
    private boolean some;

    /** Takes the rows of an entry, if nox is installed for it. */
    void add(Work work, List<Row> rows) {
        if (!Invocation.installsNox(work)) {
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
