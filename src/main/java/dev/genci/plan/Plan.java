package dev.genci.plan;

import dev.genci.analysis.Analysis;
import dev.genci.data.Value;
import dev.genci.lower.Lowering;
import dev.genci.lower.row.RowFactory;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.FindChanges;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The jobs of a workflow in the order in which they are written: each after those that it needs.
 *
 * @param workflow its id
 * @param target for which it is
 */
public record Plan(String workflow, String target, List<PlannedJob> jobs) {
    /** Copies the jobs. */
    public Plan {
        jobs = List.copyOf(jobs);
    }

    /** The plan of a pipeline, which {@link Lowering} made of the same analysis. */
    public static Plan of(Analysis analysis, TargetSettings target, Pipeline pipeline, Durations durations) {
        Map<String, PlannedJob.Row> rows = rows(analysis, target, durations);
        Map<String, Integer> positions = new HashMap<>();
        List<BitSet> before = new ArrayList<>();
        List<PlannedJob> jobs = new ArrayList<>();
        for (Job job : pipeline.jobs()) {
            BitSet direct = new BitSet();
            job.needs().forEach(need -> direct.set(positions.getOrDefault(need, 0)));
            BitSet implied = new BitSet();
            int stage = 1;
            for (int need : direct.stream().toArray()) {
                implied.or(before.get(need));
                stage = Math.max(stage, jobs.get(need).stage() + 1);
            }
            BitSet own = (BitSet) direct.clone();
            own.andNot(implied);
            implied.or(direct);
            before.add(implied);
            positions.put(job.id(), jobs.size());
            boolean runs = !(job.condition() instanceof Condition.Always)
                    && pipeline.steps().get(job.steps()).stream().noneMatch(FindChanges.class::isInstance);
            jobs.add(
                    new PlannedJob(job.id(), stage, own.stream().boxed().toList(), runs ? rows(job, rows) : List.of()));
        }
        return new Plan(analysis.manifest().workflow().id().value(), target.id(), jobs);
    }

    /** All rows by what the forge shows, which no two have in common. */
    private static Map<String, PlannedJob.Row> rows(Analysis analysis, TargetSettings target, Durations durations) {
        RowFactory factory = new RowFactory(target, new ArrayList<>());
        Map<String, PlannedJob.Row> rows = new HashMap<>();
        analysis.running().forEach(work -> factory.rows(work, analysis.invocations(work))
                .forEach(row -> rows.put(
                        row.title().text(), new PlannedJob.Row(row.title().text(), durations.of(work, row)))));
        return rows;
    }

    private static List<PlannedJob.Row> rows(Job job, Map<String, PlannedJob.Row> rows) {
        return names(job).stream()
                .map(name -> rows.getOrDefault(name, new PlannedJob.Row(name, null)))
                .toList();
    }

    /** What the forge shows of a job: its name, with the values of each row of its matrix. */
    private static List<String> names(Job job) {
        String name = job.name() instanceof Value.Text text ? text.text() : job.id();
        return job.matrix().rows().stream().map(row -> with(name, row)).toList();
    }

    private static String with(String name, Map<String, Value> row) {
        String filled = name;
        for (Map.Entry<String, Value> field : row.entrySet()) {
            filled = with(filled, field.getKey(), field.getValue());
        }
        return filled;
    }

    private static String with(String name, String field, Value value) {
        String reference = Matrix.reference(field);
        return value instanceof Value.Text text && name.contains(reference)
                ? name.replace(reference, text.text())
                : name;
    }

    /** How many rows run. */
    public int rows() {
        return jobs.stream().mapToInt(job -> job.rows().size()).sum();
    }

    /** How many rows run whose duration nobody knows. */
    public long unknown() {
        return jobs.stream()
                .flatMap(job -> job.rows().stream())
                .filter(row -> row.seconds() == null)
                .count();
    }

    /** How many stages there are. */
    public int stages() {
        return jobs.stream().mapToInt(PlannedJob::stage).max().orElse(0);
    }
}
