package dev.genci.emit;

import dev.genci.data.Value;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as the data that its text must load back to, with what only people see.
 *
 * @param top {@code name}, {@code on}, {@code permissions}, {@code concurrency}, {@code env}, as far as they are there
 * @param comments by key of {@code top}
 */
public record WorkflowTree(Value.Fields top, Map<String, String> comments, List<JobTree> jobs) {

    /**
     * A job.
     *
     * @param fields everything but the steps
     * @param anchor the name under which other jobs share its steps, or under which it shares another one's
     * @param alias whether it shares another one's
     */
    public record JobTree(
            String id,
            List<String> comments,
            Value.Fields fields,
            @Nullable String anchor,
            boolean alias,
            List<StepTree> steps) {}

    /**
     * A step.
     *
     * @param version the tag of the action's commit, for the comment behind it
     */
    public record StepTree(
            List<String> comments,
            Value.Fields fields,
            @Nullable String version) {}

    /** What the text must load back to. */
    public Value.Fields root() {
        Map<String, Value> all = new LinkedHashMap<>();
        IdentityHashMap<List<StepTree>, Value> steps = new IdentityHashMap<>();
        for (JobTree job : jobs) {
            Value own = steps.computeIfAbsent(job.steps(), WorkflowTree::values);
            all.put(job.id(), job.fields().with("steps", own));
        }
        return top.with("jobs", new Value.Fields(all));
    }

    /** Steps as data. */
    static Value values(List<StepTree> steps) {
        return new Value.Items(steps.stream().map(step -> (Value) step.fields()).toList());
    }
}
