package dev.genci.lower;

import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Edge;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
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
        boolean posargs = table.uses(RowTable.POSARGS);
        return new Job(
                id,
                comments(units),
                rows.column(RowTable.NAME),
                needs,
                condition,
                rows.matrix(),
                fields(shape, rows, posargs),
                steps.steps(shape, posargs));
    }

    private static List<String> comments(List<Unit> units) {
        Work first = units.get(0).session();
        return units.size() == 1 ? List.of(first.listing().purpose().value()) : List.of();
    }

    private Value.Fields fields(Shape shape, MatrixFactory rows, boolean posargs) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("runs-on", rows.column(RowTable.OS));
        // One minute more than the step can take, even where that is a single one.
        fields.put(
                "timeout-minutes",
                shape.timeout() == null ? rows.column(RowTable.TIMEOUT) : Value.of(Math.max(2, shape.timeout())));
        fields.put("permissions", permissions);
        fields.putAll(shape.passed().fields());
        if (!(rows.matrix() instanceof Matrix.None)) {
            // A row that fails does not cancel the others.
            fields.put("strategy", Value.fields().with("fail-fast", Value.of(false)));
        }
        Map<String, Value> env = env(shape, rows, posargs);
        if (!env.isEmpty()) {
            fields.put("env", new Value.Fields(env));
        }
        return new Value.Fields(fields);
    }

    private Map<String, Value> env(Shape shape, MatrixFactory rows, boolean posargs) {
        Map<String, Value> env = new LinkedHashMap<>();
        if (shape.command() == null) {
            env.put(NoxVariables.SESSION, rows.column(RowTable.SESSION));
        }
        if (shape.interpreter() != null) {
            env.put(NoxVariables.PYTHON, rows.column(RowTable.PYTHON));
        }
        if (images && shape.cache() != null) {
            env.put(
                    NoxVariables.IMAGE,
                    rows.column(rows.columns().containsKey(RowTable.IMAGE) ? RowTable.IMAGE : RowTable.OS));
        }
        if (posargs) {
            env.put(NoxVariables.POSARGS, rows.column(RowTable.POSARGS));
        }
        env.putAll(shape.env().fields());
        return env;
    }
}
