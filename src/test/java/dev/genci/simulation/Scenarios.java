package dev.genci.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What can happen to a workflow: every job and every pair of jobs failing or cancelled, under every set of variables. */
final class Scenarios {
    /** Of pairs; larger workflows are sampled. */
    private static final int MOST_PAIRS = Integer.getInteger("simulation.pairs", 100);

    static final List<Map<String, String>> CONTEXTS = List.of(
            Map.of("github.event_name", "push"),
            Map.of("github.event_name", "push", "vars.A", "no"),
            Map.of("github.event_name", "push", "vars.B", "no"),
            Map.of("github.event_name", "push", "vars.A", "no", "vars.B", "no"),
            Map.of("github.event_name", "schedule"));

    private Scenarios() {}

    static List<Scenario> of(Workflow workflow) {
        List<Map<String, Result>> fates = new ArrayList<>();
        for (Workflow.Job job : workflow.jobs().values()) {
            if (!job.decides()) {
                String first = job.rows().get(0).name();
                String last = job.rows().get(job.rows().size() - 1).name();
                fates.add(Map.of(first, Result.FAILURE));
                fates.add(Map.of(first, Result.CANCELLED));
                if (!first.equals(last)) {
                    fates.add(Map.of(last, Result.FAILURE));
                    fates.add(Map.of(first, Result.FAILURE, last, Result.CANCELLED));
                }
            }
        }
        List<Scenario> all = new ArrayList<>();
        for (Map<String, String> context : CONTEXTS) {
            all.add(new Scenario(Map.of(), context, null));
            fates.forEach(fate -> all.add(new Scenario(fate, context, null)));
        }
        all.addAll(pairs(fates));
        return all;
    }

    private static List<Scenario> pairs(List<Map<String, Result>> fates) {
        Random random = new Random(fates.size());
        List<Scenario> pairs = new ArrayList<>();
        double share = (double) MOST_PAIRS / Math.max(1, fates.size() * fates.size() / 2);
        for (int i = 0; i < fates.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < share) {
                    Map<String, Result> both = new HashMap<>(fates.get(i));
                    both.putAll(fates.get(j));
                    pairs.add(new Scenario(both, CONTEXTS.get(random.nextInt(CONTEXTS.size())), null));
                }
            }
        }
        return pairs;
    }

    /** The run is cancelled after one of its jobs. */
    static List<Scenario> cancellations(Workflow workflow) {
        return workflow.jobs().values().stream()
                .filter(job -> !job.decides())
                .map(job -> new Scenario(Map.of(), CONTEXTS.get(0), job.id()))
                .toList();
    }
}
