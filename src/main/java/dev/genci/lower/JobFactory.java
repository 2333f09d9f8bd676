package dev.genci.lower;

import dev.genci.manifest.Session;
import dev.genci.pipeline.Cell;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Edge;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the jobs of a group.
 *
 * @param permissions of every job that checks out
 * @param images whether jobs differ in their runners, so that cache keys read the variable
 * @param mostRows of a matrix
 */
record JobFactory(StepFactory steps, Value permissions, boolean images, int mostRows) {
    /** What the environment of a nox job is called. */
    static final String SESSION = "NOX_SESSION";

    static final String PYTHON = "NOX_PYTHON";
    static final String IMAGE = "NOX_IMAGE";
    static final String POSARGS = "NOX_POSARGS";

    /** One job, or several of nearly equal size where there are more rows than a matrix may have. */
    List<Job> jobs(String id, List<Unit> units, List<Edge> needs, Condition condition) {
        RowTable table = RowTable.of(units, images && units.get(0).shape().cache() != null);
        int parts = (table.rows() + mostRows - 1) / mostRows;
        List<Job> jobs = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = part * table.rows() / parts;
            int to = (part + 1) * table.rows() / parts;
            String name = parts == 1 ? id : id + "-" + (part + 1);
            jobs.add(job(name, units, table.slice(from, to), needs, condition));
        }
        return jobs;
    }

    private Job job(String id, List<Unit> units, RowTable table, List<Edge> needs, Condition condition) {
        Shape shape = units.get(0).shape();
        MatrixFactory rows = MatrixFactory.of(table);
        boolean several = !(rows.matrix() instanceof Matrix.None);
        boolean posargs = table.uses(RowTable.POSARGS);
        Map<String, Cell> cells = new LinkedHashMap<>(rows.cells());
        if (shape.timeout() != null) {
            // One minute more than the step can take, even where that is a single one.
            cells.put(RowTable.TIMEOUT, Cell.of(Math.max(2, shape.timeout())));
        }
        return new Job(
                id,
                comments(units),
                cell(cells, RowTable.NAME),
                needs,
                condition,
                cell(cells, RowTable.OS),
                cell(cells, RowTable.TIMEOUT),
                permissions,
                rows.matrix(),
                several,
                env(shape, cells, posargs),
                steps.steps(shape, posargs));
    }

    private static Cell cell(Map<String, Cell> cells, String column) {
        return cells.getOrDefault(column, Cell.field(column));
    }

    private static List<String> comments(List<Unit> units) {
        Session first = units.get(0).session();
        return units.size() == 1 ? List.of(first.documentation().purpose()) : List.of();
    }

    private Map<String, Cell> env(Shape shape, Map<String, Cell> cells, boolean posargs) {
        Map<String, Cell> env = new LinkedHashMap<>();
        if (shape.command() == null) {
            env.put(SESSION, cell(cells, RowTable.SESSION));
        }
        if (shape.interpreter() != null) {
            env.put(PYTHON, cell(cells, RowTable.PYTHON));
        }
        if (images && shape.cache() != null) {
            env.put(IMAGE, cell(cells, cells.containsKey(RowTable.IMAGE) ? RowTable.IMAGE : RowTable.OS));
        }
        if (posargs) {
            env.put(POSARGS, cell(cells, RowTable.POSARGS));
        }
        shape.env().fields().forEach((name, value) -> env.put(name, new Cell.Fixed(value)));
        return env;
    }
}
