package dev.genci.lower.template;

import dev.genci.data.Value;
import dev.genci.expression.Expression;
import dev.genci.expression.Expression.Call;
import dev.genci.expression.Malformed;
import dev.genci.lower.row.RunsOn;
import dev.genci.manifest.JobKey;
import dev.genci.manifest.Located;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Runner;
import dev.genci.pipeline.Step;
import dev.genci.yaml.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A job that the manifest writes, with what it leaves to gen-ci: its runner, the time after which it is stopped, and that its
 * token can only read.
 *
 * @param fields what is only passed on to the forge
 * @param steps empty where it calls a workflow
 * @param uses the workflow that it calls, without its commit; absent where it has steps
 * @param condition the expression of its {@code if}
 * @param asksStatus whether that decides itself what must have succeeded before, by a status function
 */
public record PassedTemplate(
        Value.Fields fields,
        List<Step> steps,
        @Nullable String uses,
        @Nullable String condition,
        boolean asksStatus) {
    private static final int DEFAULT_TIMEOUT = 30;
    private static final Set<String> STATUS = Set.of("always", "cancelled", "failure", "success");

    /** Copies the list. */
    public PassedTemplate {
        steps = List.copyOf(steps);
    }

    /**
     * The template of a job.
     *
     * @param runner as the target calls its runner; absent where it calls a workflow
     */
    public static PassedTemplate of(PassedJob job, @Nullable Runner runner) {
        Located<String> uses = job.uses();
        Map<String, Value> fields = new LinkedHashMap<>();
        if (runner != null) {
            fields.put(JobKey.RUNS_ON.key(), RunsOn.value(runner));
            fields.put(JobKey.TIMEOUT_MINUTES.key(), Value.of(DEFAULT_TIMEOUT));
        }
        fields.put(JobKey.PERMISSIONS.key(), Value.fields().with("contents", Value.of("read")));
        fields.putAll(Values.parts(job.passed()).fields());
        Located<String> condition = job.condition();
        Set<String> functions = functions(job);
        functions.retainAll(STATUS);
        return new PassedTemplate(
                new Value.Fields(fields),
                job.steps().stream()
                        .map(step -> (Step) new Step.Custom(Values.part(step.text())))
                        .toList(),
                uses == null ? null : uses.value(),
                condition == null ? null : TemplateFactory.expression(condition.value()),
                !functions.isEmpty());
    }

    /** The functions that the {@code if} of a job calls, in lower case. */
    public static Set<String> functions(PassedJob job) {
        Set<String> functions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Located<String> condition = job.condition();
        if (condition != null) {
            try {
                Expression.condition(condition.value()).calls().stream()
                        .map(Call::function)
                        .forEach(functions::add);
            } catch (Malformed malformed) {
                throw new IllegalStateException("the analysis let pass: " + condition.value(), malformed);
            }
        }
        return functions;
    }
}
