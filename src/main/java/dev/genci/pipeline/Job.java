package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param id unique in its pipeline, legal on every forge
 * @param comments for people
 * @param name shown by the forge, unique per row
 * @param matrix none where its fields have the whole {@code strategy}
 * @param needs in the order of the jobs
 * @param fields what is only passed on to the forge, in the order in which it is written: {@code runs-on},
 *     {@code timeout-minutes}, {@code permissions}, {@code strategy} without its matrix, {@code env}
 * @param steps the position of its list in the pipeline; that list is empty where it calls a workflow
 * @param uses the workflow that it calls in place of steps, without its commit; absent where it has steps
 */
public record Job(
        String id,
        List<String> comments,
        Value name,
        List<String> needs,
        Condition condition,
        Matrix matrix,
        Value.Fields fields,
        int steps,
        @Nullable String uses) {

    /** What the forge must read: everything but the steps. */
    public Value.Fields value() {
        Map<String, Value> value = new LinkedHashMap<>();
        value.put("name", name);
        Value when = condition.value();
        if (when != null) {
            value.put("if", when);
        }
        if (!needs.isEmpty()) {
            value.put("needs", Value.texts(needs));
        }
        value.putAll(fields.fields());
        if (!(matrix instanceof Matrix.None)) {
            value.computeIfPresent(
                    "strategy", (key, strategy) -> ((Value.Fields) strategy).with("matrix", matrix.value()));
        }
        return new Value.Fields(value);
    }

    /** The same with another condition. */
    public Job with(Condition other) {
        return new Job(id, comments, name, needs, other, matrix, fields, steps, uses);
    }

    /**
     * The same without a field, or without a field of one of its fields.
     *
     * @param path {@code permissions} or {@code strategy.fail-fast}
     */
    public Job without(String path) {
        return new Job(id, comments, name, needs, condition, matrix, without(fields, path), steps, uses);
    }

    private static Value.Fields without(Value.Fields fields, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return fields.without(path);
        }
        String key = path.substring(0, dot);
        return fields.fields().get(key) instanceof Value.Fields inner
                ? fields.with(key, without(inner, path.substring(dot + 1)))
                : fields;
    }
}
