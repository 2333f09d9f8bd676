package dev.genci.simulation;

import dev.genci.property.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plays a workflow's text by a forge's rules. It knows what forges do, and nothing of how the workflow was made.
 */
final class Simulator {
    private static final String JOINED = "${{ join(needs.*.result, ' ') }}";
    private static final Pattern ONE = Pattern.compile("\\$\\{\\{ needs\\.([A-Za-z0-9_-]+)\\.result }}");

    private final Workflow workflow;
    private final Forge forge;
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    Simulator(Workflow workflow, Forge forge) {
        this.workflow = workflow;
        this.forge = forge;
        workflow.jobs().keySet().forEach(id -> ancestors.put(id, workflow.ancestors(id)));
    }

    /** The result of every job. */
    Map<String, Result> play(Scenario scenario) {
        Run run = new Run(scenario);
        workflow.jobs().values().forEach(run::play);
        return run.results;
    }

    private final class Run {
        private final Scenario scenario;
        private final Map<String, Result> results = new LinkedHashMap<>();
        /** What Forgejo's server takes for the result of a job. */
        private final Map<String, Result> lastRows = new HashMap<>();

        private boolean cancelled;

        private Run(Scenario scenario) {
            this.scenario = scenario;
        }

        private void play(Workflow.Job job) {
            if (!results.keySet().containsAll(job.needs())) {
                throw new AssertionError(job.id() + " stands before what it needs");
            }
            List<Result> rows = new ArrayList<>();
            boolean runs = runs(job);
            for (Workflow.Row row : job.rows()) {
                // What a cancelled run does not start any more counts as cancelled.
                Result still = cancelled ? Result.CANCELLED : Result.SKIPPED;
                rows.add(!runs ? still : job.decides() ? decide(job) : scenario.fate(row.name()));
            }
            results.put(job.id(), Result.of(rows));
            lastRows.put(job.id(), rows.get(rows.size() - 1));
            cancelled |= job.id().equals(scenario.cancelledAfter());
        }

        private boolean runs(Workflow.Job job) {
            return switch (forge) {
                case GITHUB -> {
                    boolean all = ancestors.get(job.id()).stream().allMatch(id -> results.get(id) == Result.SUCCESS);
                    yield evaluate(job, all, results);
                }
                case FORGEJO_15 -> direct(job, results);
                case FORGEJO_16 -> direct(job, lastRows) && direct(job, results);
            };
        }

        private boolean direct(Workflow.Job job, Map<String, Result> seen) {
            return evaluate(job, job.needs().stream().allMatch(id -> seen.get(id) == Result.SUCCESS), seen);
        }

        /** @param success what {@code success()} is, which holds where no status function is called */
        private boolean evaluate(Workflow.Job job, boolean success, Map<String, Result> seen) {
            String condition = job.condition() == null ? "success()" : job.condition();
            Map<String, String> context = new HashMap<>(scenario.context());
            job.needs()
                    .forEach(id ->
                            context.put("needs." + id + ".result", seen.get(id).word()));
            Evaluator evaluator = new Evaluator(
                    context,
                    Map.of(
                            "always", () -> true,
                            "cancelled", () -> cancelled,
                            "success", () -> success && !cancelled));
            return (Evaluator.hasStatus(condition) || success && !cancelled) && evaluator.isTrue(condition);
        }

        /** What the step of a status job says, from the variables that it gets. */
        private Result decide(Workflow.Job job) {
            Map<String, Object> env = Yaml.map(job.steps().get(0).get("env"));
            if (env.containsKey("RESULTS")) {
                return Verdicts.all(fill(env.get("RESULTS").toString(), job));
            }
            return Verdicts.listed(
                    fill(env.getOrDefault("MUST", "").toString(), job),
                    fill(env.getOrDefault("MAY_SKIP", "").toString(), job));
        }

        private String fill(String text, Workflow.Job job) {
            List<String> words =
                    job.needs().stream().map(id -> results.get(id).word()).toList();
            String joined = text.replace(JOINED, String.join(" ", words));
            return ONE.matcher(joined).replaceAll(match -> {
                if (!job.needs().contains(match.group(1))) {
                    throw new AssertionError(job.id() + " looks at " + match.group(1) + ", which it does not need");
                }
                return results.get(match.group(1)).word();
            });
        }
    }
}
