package dev.genci.lower;

import dev.genci.manifest.Runner;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.stream.Stream;

/**
 * The least that can be a job of its own: a session with all its rows, or one row of a session that must not overlap with
 * others, or that runs in several places of which one is an expression.
 *
 * @param number that of its session in the manifest
 * @param name what the id of a job of its own is made from
 */
record Unit(int number, Work session, String name, List<Row> rows, Shape shape) {

    /** Whether its rows cannot be one matrix: Forgejo takes an expression in a matrix for text. */
    boolean mixed() {
        Runner first = rows.get(0).runner();
        return rows.stream().anyMatch(row -> row.runner().evaluated())
                && !rows.stream().allMatch(row -> row.runner().isSame(first));
    }

    /** The expressions that its rows have in common with every row of their job: for the runner, and in the name. */
    List<String> evaluated() {
        return Stream.of(rows.get(0).runner().word(), rows.get(0).name())
                .filter(text -> text.contains("${{"))
                .toList();
    }

    /** Its rows one by one. */
    List<Unit> split() {
        return rows.stream()
                .map(row -> new Unit(number, session, rows.size() == 1 ? name : row.name(), List.of(row), shape))
                .toList();
    }
}
