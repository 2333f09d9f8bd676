package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.data.NoxVariables;
import dev.genci.expression.Expression;
import dev.genci.expression.Malformed;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import dev.genci.manifest.JobSettings;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Step;
import dev.genci.yaml.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the templates of one workflow. Equal ones are one. */
public final class TemplateFactory {
    private final InterpreterSource interpreters;
    private final CacheEntries caches;
    private final StepFactory steps;
    private final Map<JobTemplate, JobTemplate> made = new HashMap<>();

    /**
     * For one workflow.
     *
     * @param interpreters where its jobs get their interpreters from
     */
    public TemplateFactory(InterpreterSource interpreters, CacheEntries caches, StepFactory steps) {
        this.interpreters = interpreters;
        this.caches = caches;
        this.steps = steps;
    }

    /** The template of a session with its rows. */
    public JobTemplate template(Work work, List<Row> rows) {
        JobSettings job = work.job();
        Located<String> condition = job.condition();
        CacheEntry cache = caches.entry(job.cache());
        List<Step> own = steps.steps(work, rows, interpreters, cache);
        JobTemplate template = new JobTemplate(
                own,
                variables(work, rows, cache),
                Values.texts(job.env()),
                Values.parts(job.passed()),
                // One minute more than the step can take, even where that is a single one.
                job.allowFailure() ? Math.max(2, job.timeout()) : null,
                condition == null ? null : expression(condition.value()));
        JobTemplate first = made.putIfAbsent(template, template);
        return first == null ? template : first;
    }

    private static Map<String, RowField> variables(Work work, List<Row> rows, @Nullable CacheEntry cache) {
        Map<String, RowField> variables = new LinkedHashMap<>();
        if (work.call() instanceof NoxCall) {
            variables.put(NoxVariables.SESSION, RowField.SESSION);
        }
        if (rows.stream().anyMatch(Row::hasPython)) {
            variables.put(NoxVariables.PYTHON, RowField.PYTHON);
        }
        if (cache != null && cache.runner() == null) {
            variables.put(NoxVariables.RUNNER, RowField.RUNNER_WORD);
        }
        variables.put(NoxVariables.POSARGS, RowField.POSARGS);
        return variables;
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
