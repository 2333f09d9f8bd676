package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.Outcome;
import dev.genci.diagnostic.RuleId;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Dialect;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a pipeline legal for a dialect: what the forge ignores or does not know is left out. {@link TargetLimits} has said
 * so, and has refused what cannot be left out without changing the result.
 *
 * <p>Owns the rule {@code skip-chain}.
 */
public final class Legalizer {
    private final Dialect dialect;
    private final String target;
    private final Place place;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Legalizer(Dialect dialect, String target, Place place) {
        this.dialect = dialect;
        this.target = target;
        this.place = place;
    }

    /**
     * The pipeline as the dialect can express it.
     *
     * @param target its name, for messages
     * @param place the word in the manifest that asks for it
     */
    public static Outcome<Pipeline> apply(Pipeline pipeline, Dialect dialect, String target, Place place) {
        return new Legalizer(dialect, target, place).apply(pipeline);
    }

    private Outcome<Pipeline> apply(Pipeline pipeline) {
        Value.Fields triggers = triggers(pipeline.triggers());
        List<Job> jobs = new ArrayList<>();
        for (Job job : pipeline.jobs()) {
            jobs.add(job(job));
        }
        checkSkipChain(jobs);
        Pipeline legal = new Pipeline(
                pipeline.name(), triggers, pipeline.concurrency(), pipeline.cancelsSuperseded(), pipeline.env(), jobs);
        return Outcome.of(legal, diagnostics);
    }

    private Job job(Job job) {
        Job legal = job;
        if (!dialect.permissions()) {
            legal = legal.without("permissions");
        }
        if (!dialect.failFast()) {
            legal = legal.without("strategy.fail-fast");
        }
        if (!dialect.cancelledInJobs() && legal.condition() instanceof Condition.AfterSuccessOf condition) {
            legal = legal.with(new Condition.AfterSuccessOf(true, condition.jobs(), condition.expression()));
        }
        return legal;
    }

    private Value.Fields triggers(Value.Fields triggers) {
        Map<String, Value> legal = new LinkedHashMap<>();
        triggers.fields().forEach((event, value) -> {
            if (!dialect.unknownTriggers().contains(event)) {
                legal.put(event, filters(event, value));
            }
        });
        return new Value.Fields(legal);
    }

    private Value filters(String event, Value value) {
        if (value instanceof Value.Items items) {
            return new Value.Items(
                    items.items().stream().map(item -> filters(event, item)).toList());
        }
        if (!(value instanceof Value.Fields fields)) {
            return value;
        }
        Value.Fields legal = fields;
        for (String filter : fields.fields().keySet()) {
            if (dialect.unknownFilters().contains(event + "." + filter)) {
                legal = legal.without(filter);
            }
        }
        return legal;
    }

    /** The longest chain of jobs after one that may be skipped. */
    private void checkSkipChain(List<Job> jobs) {
        if (dialect.skipChain() == 0) {
            return;
        }
        Map<String, Integer> lengths = new HashMap<>();
        for (Job job : jobs) {
            int before = job.needed().stream()
                    .mapToInt(id -> lengths.getOrDefault(id, 0))
                    .max()
                    .orElse(0);
            boolean starts = job.condition() instanceof Condition.When
                    || job.condition() instanceof Condition.AfterSuccessOf after && after.expression() != null;
            boolean ends = job.condition() instanceof Condition.Always;
            lengths.put(job.id(), ends ? 0 : before > 0 || starts ? before + 1 : 0);
            if (lengths.getOrDefault(job.id(), 0) == dialect.skipChain() + 1) {
                diagnostics.add(Diagnostic.of(
                        RuleId.SKIP_CHAIN,
                        place,
                        "the target \"" + target + "\" may refuse a run in which more than " + dialect.skipChain()
                                + " jobs are skipped one after the other, as they may be up to \"" + job.id() + "\""));
            }
        }
    }
}
