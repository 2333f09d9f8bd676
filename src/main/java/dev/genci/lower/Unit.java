package dev.genci.lower;

import dev.genci.manifest.Session;
import java.util.List;

/**
 * The least that can be a job of its own: a session with all its rows, or one row of a session that must not overlap with
 * others.
 *
 * @param number that of its session in the manifest
 * @param name what the id of a job of its own is made from
 */
record Unit(int number, Session session, String name, List<Row> rows, Shape shape) {

    /** Its rows one by one. */
    List<Unit> split() {
        return rows.stream()
                .map(row -> new Unit(number, session, rows.size() == 1 ? name : row.name(), List.of(row), shape))
                .toList();
    }
}
