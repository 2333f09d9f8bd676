package dev.genci.plan;

import dev.genci.audit.NoxJob;
import dev.genci.graph.Digraph;
import dev.genci.graph.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Workflows that somebody wrote, as a plan.
 *
 * @param names of their files
 * @param plan all of them, as they start together
 * @param sessions that they run, by nox's names
 * @param unclear what only a run knows, as it is written
 * @param without the sessions of which nobody says how long they take
 * @param noxJobs how many jobs run nox
 * @param cached how many of these restore environments
 */
public record HandWritten(
        List<String> names,
        Plan plan,
        Set<String> sessions,
        Set<String> unclear,
        Set<String> without,
        int noxJobs,
        int cached) {

    /**
     * The plan of some workflows.
     *
     * @param names of their files
     * @param workflows the jobs of each
     */
    public static HandWritten of(List<String> names, List<List<NoxJob>> workflows, KnownSessions known) {
        HandWritten result = new HandWritten(
                names,
                new Plan(String.join(", ", names), "", List.of()),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                0,
                0);
        Stages stages = new Stages();
        int noxJobs = 0;
        int cached = 0;
        for (int i = 0; i < workflows.size(); i++) {
            String prefix = workflows.size() == 1 ? "" : base(names.get(i)) + ": ";
            for (NoxJob job : ordered(workflows.get(i))) {
                List<String> needs =
                        job.needs().stream().map(need -> prefix + need).toList();
                List<PlannedJob.Row> rows =
                        job.rows().stream().map(row -> result.row(row, known)).toList();
                boolean nox = job.rows().stream()
                        .anyMatch(row ->
                                !row.sessions().isEmpty() || !row.unclear().isEmpty());
                noxJobs += nox ? 1 : 0;
                cached += nox && job.caches() ? 1 : 0;
                stages.add(prefix + job.id(), needs, rows, nox && job.caches() ? rows.size() : 0, "");
            }
        }
        Plan plan = new Plan(result.plan.workflow(), "", stages.jobs());
        return new HandWritten(names, plan, result.sessions, result.unclear, result.without, noxJobs, cached);
    }

    /** What to call them in a line. */
    String title() {
        return names.size() > 2 ? names.size() + " workflows" : plan.workflow();
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private PlannedJob.Row row(NoxJob.Row row, KnownSessions known) {
        double sum = 0;
        boolean some = false;
        for (String session : row.sessions()) {
            Double seconds = known.seconds(session);
            sessions.add(session);
            if (seconds == null) {
                without.add(session);
            } else {
                sum += seconds;
                some = true;
            }
        }
        unclear.addAll(row.unclear());
        return new PlannedJob.Row(row.name(), some ? sum : null, row.sessions(), null);
    }

    /** Each job after those that it needs; what the forge would refuse, as it waits for itself, comes last. */
    private static List<NoxJob> ordered(List<NoxJob> jobs) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < jobs.size(); i++) {
            positions.put(jobs.get(i).id(), i);
        }
        Digraph graph = new Digraph(jobs.size());
        for (int i = 0; i < jobs.size(); i++) {
            for (String need : new LinkedHashSet<>(jobs.get(i).needs())) {
                Integer position = positions.get(need);
                if (position != null) {
                    graph.edge(i, position);
                }
            }
        }
        Set<Integer> order = new LinkedHashSet<>(Order.topological(graph));
        for (int i = 0; i < jobs.size(); i++) {
            order.add(i);
        }
        List<NoxJob> ordered = new ArrayList<>();
        Map<String, List<String>> callers = new HashMap<>();
        for (int position : order) {
            NoxJob job = jobs.get(position);
            List<String> own = new ArrayList<>();
            job.needs().forEach(need -> own.addAll(callers.getOrDefault(need, List.of(need))));
            if (job.rows().isEmpty()) {
                callers.put(job.id(), own);
            } else {
                ordered.add(new NoxJob(job.id(), own, job.rows(), job.caches()));
            }
        }
        return ordered;
    }
}
