package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workflow, whatever the forge.
 *
 * @param runName of its runs; absent for the forge's
 * @param triggers the events that start a run, with their settings
 * @param permissions of the workflow itself; absent where the forge knows none
 * @param concurrency absent: none
 * @param env of all jobs; may be empty
 * @param jobs each after those it needs; the final job is the last one that decides
 * @param hasFinalJob whether the last job that decides is the final job
 * @param steps the lists of steps; jobs with the same steps have the same list
 */
public record Pipeline(
        String name,
        @Nullable Value runName,
        Value.Fields triggers,
        @Nullable Value permissions,
        @Nullable Concurrency concurrency,
        Value.Fields env,
        List<Job> jobs,
        boolean hasFinalJob,
        List<List<Step>> steps) {
    /** Events of commits: protection of a branch looks at their checks. */
    private static final List<String> OF_BRANCHES =
            List.of("push", "pull_request", "pull_request_target", "merge_group");

    /** Copies the lists. */
    public Pipeline {
        jobs = List.copyOf(jobs);
        steps = List.copyOf(steps);
    }

    /** Whether it may run for a commit that someone wants to merge. */
    public boolean ofBranches() {
        return OF_BRANCHES.stream().anyMatch(triggers.fields()::containsKey);
    }

    /** The position of the final job; -1 where there is none. */
    public int finalJob() {
        if (!hasFinalJob) {
            return -1;
        }
        int at = jobs.size() - 1;
        while (at > 0 && !(jobs.get(at).condition() instanceof Condition.Always)) {
            at--;
        }
        return at;
    }

    /** The value of {@code on}: names alone where no event has settings. */
    public Value on() {
        List<String> events = List.copyOf(triggers.fields().keySet());
        if (!triggers.fields().values().stream().allMatch(Value.Nothing.class::isInstance)) {
            return triggers;
        }
        return events.size() == 1 ? Value.of(events.get(0)) : Value.texts(events);
    }

    /** What the forge must read: everything but the jobs. */
    public Value.Fields value() {
        Map<String, Value> value = new LinkedHashMap<>();
        value.put("name", Value.of(name));
        if (runName != null) {
            value.put("run-name", runName);
        }
        value.put("on", on());
        if (permissions != null) {
            value.put("permissions", permissions);
        }
        if (concurrency != null) {
            value.put("concurrency", concurrency.value());
        }
        if (!env.isEmpty()) {
            value.put("env", env);
        }
        return new Value.Fields(value);
    }
}
