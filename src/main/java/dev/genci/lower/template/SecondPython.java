package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Work;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.EnumMap;
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

    private final Map<Need, IdentityHashMap<JobTemplate, JobTemplate>> made = new EnumMap<>(Need.class);

    /** Whether the step may stand in the jobs of an entry: it has a condition there. */
    static boolean mayBeNeeded(Work work, InterpreterSource source) {
        return source == InterpreterSource.SETUP_PYTHON
                && Invocation.installsNox(work)
                && work.axes().pythonFile() == null;
    }

    /**
     * The template without the step where no row of a job needs it, and without its condition where all do.
     *
     * @param pythons the interpreters of the job's rows
     */
    public JobTemplate fitted(JobTemplate template, Set<String> pythons) {
        Need need = need(template, pythons);
        return need == Need.SOME
                ? template
                : made.computeIfAbsent(need, key -> new IdentityHashMap<>())
                        .computeIfAbsent(template, key -> fitted(key, need));
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
