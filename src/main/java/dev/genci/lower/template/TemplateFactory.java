package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import dev.genci.expression.Expression;
import dev.genci.expression.Malformed;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import dev.genci.manifest.CheckOut;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.JobSettings;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.Step;
import dev.genci.yaml.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the job templates of one workflow, one for all entries with an equal one. */
public final class TemplateFactory {
    /** How many minutes a job has besides those of a session that may fail, whose limit must come first. */
    private static final int SET_UP = 10;

    private final InterpreterSource interpreters;
    private final CacheEntries caches;
    private final StepFactory steps;
    private final Value.Fields permissions;
    private final Map<JobTemplate, JobTemplate> made = new HashMap<>();

    /**
     * For one workflow.
     *
     * @param interpreters where its jobs get their interpreters from
     * @param permissions where a session says none
     */
    public TemplateFactory(
            InterpreterSource interpreters, CacheEntries caches, StepFactory steps, Value.Fields permissions) {
        this.interpreters = interpreters;
        this.caches = caches;
        this.steps = steps;
        this.permissions = permissions;
    }

    /**
     * The template of a session with its rows.
     *
     * @param rowsOfEntry how many rows the entry has, of which these may be a part
     * @param sources whose artifacts it takes
     * @param mayFail in which of its rows, or of those that share its job, a failure is allowed
     */
    public JobTemplate template(
            Work work, List<Row> rows, int rowsOfEntry, List<Source> sources, Bash bash, MayFail mayFail) {
        JobSettings job = work.job();
        Located<String> condition = job.condition();
        CacheEntry cache = caches.entry(work);
        InterpreterSource source = work.interpreters(interpreters);
        List<Step> own = steps.steps(work, rows, rowsOfEntry, sources, bash == Bash.IN_STEPS, source, cache, mayFail);
        Value.Fields env = Values.texts(job.env());
        Value.Fields passed = Values.parts(job.passed());
        Set<RowField> reads = new LinkedHashSet<>();
        if (work.source().readsRow() || job.leavesArtifacts()) {
            RowTexts.addReads(own, List.of(env, passed), reads);
        }
        JobTemplate template = new JobTemplate(
                own,
                variables(work, rows, source, cache),
                ofRows(env),
                permissions(job),
                job.failFast() == null ? Value.of(false) : Values.of(job.failFast()),
                job.failFast() == null ? null : work.name(),
                bash == Bash.IN_JOB,
                passed,
                mayFail.ever() ? job.timeout().value() + SET_UP : null,
                condition == null ? null : expression(condition.value()),
                job.paths() == null ? List.of() : GitPatterns.of(job.paths()),
                reads);
        JobTemplate first = made.putIfAbsent(template, template);
        return first == null ? template : first;
    }

    /** Variables; the rows set those that are no expressions. */
    private static Value.Fields ofRows(Value.Fields env) {
        Map<String, Value> variables = new LinkedHashMap<>();
        env.fields()
                .forEach((name, value) -> variables.put(name, Row.isEvaluated(value) ? value : new Value.Nothing()));
        return new Value.Fields(variables);
    }

    private Value.Fields permissions(JobSettings job) {
        Map<String, Value> all = new LinkedHashMap<>(permissions.fields());
        all.putAll(Values.fields(job.permissions()).fields());
        return new Value.Fields(all);
    }

    private static Map<String, RowField> variables(
            Work work, List<Row> rows, InterpreterSource source, @Nullable CacheEntry cache) {
        Map<String, RowField> variables = new LinkedHashMap<>();
        if (work.call() instanceof NoxCall) {
            variables.put(NoxVariables.SESSION, KnownField.SESSION);
        }
        boolean read = source != InterpreterSource.NONE
                || Invocation.forcesPython(work)
                || work.call().list() != null && Invocation.givesPython(work);
        if (read && rows.stream().anyMatch(Row::hasPython)) {
            variables.put(NoxVariables.PYTHON, KnownField.PYTHON);
        }
        if (cache != null && cache.runner() == null) {
            variables.put(NoxVariables.RUNNER, KnownField.RUNNER_WORD);
        }
        variables.put(NoxVariables.POSARGS, KnownField.POSARGS);
        return variables;
    }

    /** The check-out; without credentials unless the manifest asks for them. */
    static Step checkOut(CheckOut checkOut) {
        Value.Fields inputs = Values.texts(checkOut.inputs());
        String credentials = CheckOut.KEEPS_CREDENTIALS;
        boolean said = inputs.fields().containsKey(credentials);
        return new Step.CheckOut(said ? inputs : inputs.with(credentials, Value.of(false)));
    }

    /** The expression of an {@code if} that the analysis has accepted, without braces. */
    static String expression(String condition) {
        try {
            return Expression.condition(condition).text();
        } catch (Malformed malformed) {
            throw new IllegalStateException("the analysis let pass: " + condition, malformed);
        }
    }
}
