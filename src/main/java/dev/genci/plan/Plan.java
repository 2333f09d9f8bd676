package dev.genci.plan;

import dev.genci.analysis.Analysis;
import dev.genci.data.OwnVersion;
import dev.genci.data.Value;
import dev.genci.lower.Lowering;
import dev.genci.lower.SelfCheck;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowFactory;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CheckWorkflows;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.FindChanges;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Pipeline;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a workflow in the order in which they are written: each after those that it needs.
 *
 * @param workflow its id
 * @param target for which it is
 */
public record Plan(String workflow, String target, List<PlannedJob> jobs) {
    private static final int MINUTE = 60;

    /** Copies the jobs. */
    public Plan {
        jobs = List.copyOf(jobs);
    }

    /** A row of an entry. */
    private record Known(Work work, Row row) {
        /** What its environment depends on, as far as rows differ in it. */
        List<String> environment() {
            return List.of(
                    row.session().text(),
                    row.runner().word(),
                    row.value(KnownField.PYTHON).toString());
        }

        /** What nox calls its sessions; none where it runs a command. */
        List<String> sessions() {
            if (work.call().list() == null) {
                return work.call().sessions().isEmpty()
                        ? List.of()
                        : List.of(row.session().text());
            }
            return work.call().sessions().stream()
                    .flatMap(call -> Invocation.of(work, call).stream())
                    .filter(each -> row.value(KnownField.PYTHON).equals(Value.of(String.valueOf(each.python()))))
                    .map(Invocation::selector)
                    .distinct()
                    .toList();
        }
    }

    /** The plan of a pipeline, which {@link Lowering} made of the same analysis. */
    public static Plan of(Analysis analysis, TargetSettings target, Pipeline pipeline, Durations durations) {
        Map<String, Known> rows = rows(analysis, target);
        Stages stages = new Stages();
        for (Job job : pipeline.jobs()) {
            List<Step> steps = pipeline.steps().get(job.steps());
            String work = work(job, steps);
            List<PlannedJob.Row> own = new ArrayList<>();
            Set<List<String>> environments = new HashSet<>();
            for (String name : work.isEmpty() ? names(job) : List.<String>of()) {
                Known known = rows.get(name);
                own.add(known == null ? new PlannedJob.Row(name, null, List.of(), null) : row(name, known, durations));
                if (known != null) {
                    environments.add(known.environment());
                }
            }
            long caches =
                    steps.stream().filter(Step.RestoreCache.class::isInstance).count();
            stages.add(job.id(), job.needs(), own, (int) caches * environments.size(), work);
        }
        return new Plan(analysis.manifest().workflow().id().value(), target.id(), stages.jobs());
    }

    private static PlannedJob.Row row(String name, Known known, Durations durations) {
        return new PlannedJob.Row(
                name,
                durations.of(known.work(), known.row()),
                known.sessions(),
                known.work().name());
    }

    /** What the job is made of that checks the workflows, where there is one: a plan shows no versions. */
    public static @Nullable SelfCheck selfCheck(Analysis analysis, TargetSettings target) {
        return analysis.manifest().checksItself(target.id()) ? new SelfCheck(OwnVersion.CURRENT, "") : null;
    }

    /** What a job does that runs nothing of the manifest; empty for all others. */
    private static String work(Job job, List<Step> steps) {
        if (job.condition() instanceof Condition.Always) {
            return "only sums up";
        }
        return steps.stream().anyMatch(FindChanges.class::isInstance)
                ? "finds out what has changed"
                : steps.stream().anyMatch(CheckWorkflows.class::isInstance) ? "checks the workflows" : "";
    }

    /** All rows by what the forge shows, which no two have in common. */
    private static Map<String, Known> rows(Analysis analysis, TargetSettings target) {
        RowFactory factory = new RowFactory(target, new ArrayList<>());
        Map<String, Known> rows = new HashMap<>();
        analysis.running().forEach(work -> factory.rows(work, analysis.invocations(work))
                .forEach(row -> rows.put(row.title().text(), new Known(work, row))));
        return rows;
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

    /** How many machines run: one for each row, and one for each job that only sums up. */
    public int machines() {
        return jobs.stream().mapToInt(PlannedJob::machines).sum();
    }

    /** Minutes of all machines, each rounded up to a whole one, as GitHub counts; what takes unknown time counts as one. */
    public long runnerMinutes() {
        return jobs.stream()
                .mapToLong(job -> job.rows().isEmpty()
                        ? 1
                        : job.rows().stream()
                                .mapToLong(row -> Math.max(1, (long) Math.ceil(row.known() / MINUTE)))
                                .sum())
                .sum();
    }

    /** How many entries of the cache it has. */
    public int caches() {
        return jobs.stream().mapToInt(PlannedJob::caches).sum();
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
