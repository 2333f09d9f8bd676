package dev.genci.lower.template;

import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import dev.genci.lower.row.RowField;
import dev.genci.manifest.SessionKey;
import dev.genci.pipeline.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What all jobs of an entry have in common, whatever the rows. Entries with equal templates can share a job: nothing of a job
 * comes from anywhere but its template and its rows.
 *
 * @param steps where nox gets no arguments from the rows
 * @param variables of the job that its rows give, by name
 * @param env the other variables; {@link Value.Nothing} where the rows set them, see {@link RowField.Variable}
 * @param permissions of the job
 * @param failFast whether a row that fails cancels the others
 * @param alone the entry, where rows of others in the same job would change what it means; else absent
 * @param bash whether all scripts of the job run in that shell: then no step has to name it, and jobs without can share them
 * @param passed fields of the job that are as the manifest writes them
 * @param timeout of the job in minutes, where a step has one too; else its rows say
 * @param condition the expression that must be true, besides what the job waits for
 * @param paths git's patterns of the files of which one must have changed; none: it runs whatever has changed
 * @param reads the fields of a row that the texts read
 */
public record JobTemplate(
        List<Step> steps,
        Map<String, RowField> variables,
        Value.Fields env,
        Value.Fields permissions,
        Value failFast,
        @Nullable String alone,
        boolean bash,
        Value.Fields passed,
        @Nullable Integer timeout,
        @Nullable String condition,
        List<String> paths,
        Set<RowField> reads) {
    /** Copies the lists. */
    public JobTemplate {
        steps = List.copyOf(steps);
        paths = List.copyOf(paths);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * The same with values in place of what its texts read of rows.
     *
     * @param value of a field as the manifest calls it
     */
    public JobTemplate filled(UnaryOperator<String> value) {
        if (reads.isEmpty()) {
            return this;
        }
        RowTexts texts = new RowTexts(value);
        return new JobTemplate(
                steps.stream().map(texts::filled).toList(),
                variables,
                texts.filled(env),
                permissions,
                failFast,
                alone,
                bash,
                texts.filled(passed),
                timeout,
                condition,
                paths,
                Set.of());
    }

    /** The same with other steps. */
    JobTemplate with(List<Step> others) {
        return new JobTemplate(
                others, variables, env, permissions, failFast, alone, bash, passed, timeout, condition, paths, reads);
    }

    /** The key of the manifest in which two templates differ; {@code null} where they are equal. */
    public @Nullable String difference(JobTemplate other) {
        if (callsSeveral() != other.callsSeveral()) {
            return SessionKey.CALLS.key();
        }
        if (variables.containsKey(NoxVariables.SESSION) != other.variables.containsKey(NoxVariables.SESSION)) {
            return "run";
        }
        if (!Objects.equals(condition, other.condition)) {
            return "if";
        }
        if (!paths.equals(other.paths)) {
            return SessionKey.PATHS.key();
        }
        if (!env.equals(other.env)) {
            return "env";
        }
        if (!Objects.equals(variables.get(NoxVariables.PYTHON), other.variables.get(NoxVariables.PYTHON))) {
            // A session of nox always has an interpreter; a file names it in no variable.
            boolean inFile = hasFile() || other.hasFile();
            return variables.containsKey(NoxVariables.SESSION) && !inFile ? "python-setup" : "python";
        }
        if (!variables.equals(other.variables)) {
            return "cache";
        }
        if (!permissions.equals(other.permissions)) {
            return "permissions";
        }
        if (!failFast.equals(other.failFast) || !Objects.equals(alone, other.alone)) {
            return "fail-fast";
        }
        for (String key : passed.fields().keySet()) {
            if (!Objects.equals(passed.fields().get(key), other.passed.fields().get(key))) {
                return key;
            }
        }
        if (other.passed.fields().size() > passed.fields().size()) {
            return other.difference(this);
        }
        if (!Objects.equals(timeout, other.timeout)) {
            return "timeout-minutes";
        }
        if (bash != other.bash) {
            return SessionKey.SHELL.key();
        }
        String place = StepKeys.ofPlace(steps, other.steps);
        if (place != null) {
            return place;
        }
        for (int i = 0; i < Math.max(steps.size(), other.steps.size()); i++) {
            Step own = i < steps.size() ? steps.get(i) : other.steps.get(i);
            Step theirs = i < other.steps.size() ? other.steps.get(i) : own;
            boolean both = i < steps.size() && i < other.steps.size();
            if (!both || !isSame(own, theirs)) {
                return StepKeys.of(own, theirs);
            }
        }
        return null;
    }

    private boolean hasFile() {
        return steps.stream().anyMatch(step -> step instanceof Step.SetUpPython setUp && setUp.file() != null);
    }

    private boolean callsSeveral() {
        return steps.stream().anyMatch(Step.CallNox.class::isInstance);
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {
            variables, env, permissions, failFast, alone, bash, passed, timeout, condition, paths, reads
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof JobTemplate same && Arrays.equals(parts(), same.parts()) && hasSteps(same.steps);
    }

    /** Compares part by part: the equality that Java generates for steps would take as long as all of lowering. */
    private boolean hasSteps(List<Step> others) {
        if (steps.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!isSame(steps.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Step one, Step other) {
        return one.getClass() == other.getClass() && one.parts().equals(other.parts());
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(parts());
        for (Step step : steps) {
            hash = 31 * hash + step.parts().hashCode();
        }
        return hash;
    }
}
