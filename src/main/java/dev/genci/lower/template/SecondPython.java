package dev.genci.lower.template;

import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits the step that sets up another interpreter for nox to the rows of each job. Templates have it with its condition wherever it
 * may be needed, so that it keeps no sessions apart.
 */
public final class SecondPython {
    /** How many of a job's rows need it. */
    private enum Need {
        NONE,
        SOME,
        ALL
    }

    /** Whether a job needs it for some of its rows: then all that need it have the condition, and can share the step. */
    private final boolean conditional;

    private final Map<Need, IdentityHashMap<JobTemplate, JobTemplate>> made = new HashMap<>();

    /** Of a workflow whose jobs have these rows. */
    public SecondPython(Iterable<JobRows> jobs) {
        boolean some = false;
        for (JobRows job : jobs) {
            some = some || need(job.template(), job.pythons()) == Need.SOME;
        }
        this.conditional = some;
    }

    /**
     * What a job is made of.
     *
     * @param pythons the interpreters of its rows
     */
    public record JobRows(JobTemplate template, Set<String> pythons) {}

    /** The template without the step where no row needs it, and with it in all rows where all do. */
    public JobTemplate fitted(JobRows job) {
        Need need = need(job.template(), job.pythons());
        if (need == Need.SOME || need == Need.ALL && conditional) {
            return job.template();
        }
        return made.computeIfAbsent(need, key -> new IdentityHashMap<>())
                .computeIfAbsent(job.template(), template -> fitted(template, need));
    }

    private static JobTemplate fitted(JobTemplate template, Need need) {
        List<Step> steps = new ArrayList<>();
        for (Step step : template.steps()) {
            if (!isConditional(step)) {
                steps.add(step);
            } else if (need == Need.ALL) {
                Step.SetUpOtherPython other = (Step.SetUpOtherPython) step;
                steps.add(new Step.SetUpOtherPython(other.source(), other.noxPython(), List.of(), other.bash()));
            }
        }
        return template.with(steps);
    }

    private static Need need(JobTemplate template, Set<String> pythons) {
        for (Step step : template.steps()) {
            if (isConditional(step)) {
                List<String> only = ((Step.SetUpOtherPython) step).only();
                boolean any = pythons.stream().anyMatch(only::contains);
                return !any ? Need.NONE : only.containsAll(pythons) ? Need.ALL : Need.SOME;
            }
        }
        return Need.SOME;
    }

    private static boolean isConditional(Step step) {
        return step instanceof Step.SetUpOtherPython other && !other.only().isEmpty();
    }
}
