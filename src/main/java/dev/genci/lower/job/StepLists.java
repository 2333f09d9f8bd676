package dev.genci.lower.job;

import dev.genci.lower.template.JobTemplate;
import dev.genci.lower.template.PassedTemplate;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The lists of steps of one workflow, each made once. A job names its list by the position. */
public final class StepLists {
    private final List<List<Step>> lists = new ArrayList<>();
    /** By template: equal ones are one. */
    private final IdentityHashMap<JobTemplate, Integer> plain = new IdentityHashMap<>();

    private final IdentityHashMap<JobTemplate, Integer> withPosargs = new IdentityHashMap<>();
    /** The list of a job that requires success of all, and the same for bash. */
    private final int[] allSucceeded = {-1, -1};

    /**
     * The steps of jobs with a template.
     *
     * @param arguments what nox gets in every row
     * @param posargs whether it gets what the row says
     */
    int of(JobTemplate template, List<String> arguments, boolean posargs) {
        if (!arguments.isEmpty()) {
            return add(template.steps().stream()
                    .map(step -> step instanceof Step.RunNox nox ? nox.with(nox.env(), arguments, false) : step)
                    .toList());
        }
        return posargs
                ? withPosargs.computeIfAbsent(template, key -> add(withPosargs(key.steps())))
                : plain.computeIfAbsent(template, key -> add(key.steps()));
    }

    private static List<Step> withPosargs(List<Step> steps) {
        return steps.stream()
                .map(step -> step instanceof Step.RunNox nox ? nox.with(nox.env(), nox.arguments(), true) : step)
                .toList();
    }

    /** The steps of a job of the manifest. */
    int of(PassedTemplate template) {
        return add(template.steps());
    }

    /**
     * The steps of a job that decides.
     *
     * @param maySkip the jobs that may have been skipped
     */
    int deciding(List<String> maySkip, boolean bash) {
        if (!maySkip.isEmpty()) {
            return add(List.of(new Step.Decide(maySkip, bash)));
        }
        int kind = bash ? 1 : 0;
        if (allSucceeded[kind] < 0) {
            allSucceeded[kind] = add(List.of(new Step.Decide(maySkip, bash)));
        }
        return allSucceeded[kind];
    }

    /** Steps of no session. */
    public int of(List<Step> some) {
        return add(some);
    }

    private int add(List<Step> steps) {
        lists.add(steps);
        return lists.size() - 1;
    }

    /** All of them. */
    public List<List<Step>> all() {
        return lists;
    }
}
