package dev.genci.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param id unique in its pipeline, legal on every forge
 * @param comments for people
 * @param name shown by the forge, unique per row
 * @param needs in the order of the jobs
 * @param runner a label, a list of labels, or a mapping
 * @param timeout in minutes
 * @param permissions a mapping or a word; {@code null} where the forge knows none
 * @param independent whether it must be said that a failing row does not cancel the others
 * @param env variables, ours first
 */
public record Job(
        String id,
        List<String> comments,
        Cell name,
        List<Edge> needs,
        Condition condition,
        Cell runner,
        Cell timeout,
        @Nullable Value permissions,
        Matrix matrix,
        boolean independent,
        Map<String, Cell> env,
        List<Step> steps) {

    /** The ids of the jobs it needs. */
    public List<String> needed() {
        return needs.stream().map(Edge::job).toList();
    }

    /** The same with another condition. */
    public Job with(Condition other) {
        return new Job(id, comments, name, needs, other, runner, timeout, permissions, matrix, independent, env, steps);
    }

    /** The same without permissions. */
    public Job withoutPermissions() {
        return new Job(id, comments, name, needs, condition, runner, timeout, null, matrix, independent, env, steps);
    }

    /** The same without saying that rows are independent. */
    public Job withRowsAsTheyAre() {
        return new Job(id, comments, name, needs, condition, runner, timeout, permissions, matrix, false, env, steps);
    }
}
