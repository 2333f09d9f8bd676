package dev.genci.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Where aliases are. Of several jobs with the same steps, the first writes them out, the others have an alias for all
 * of them. Where lists are not the same, the steps that they have in common are shared one by one. As far as readers
 * follow, and first where it saves most lines; what is beyond is written out.
 */
final class StepSharing {
    /** Aliases in a file: SnakeYAML, and so some scanners, accepts no more by default. */
    private static final int MOST_ALIASES = 50;

    /**
     * Aliases of a list times those of a step in it: the npm package {@code yaml}, and so some bots that raise pins, accepts
     * no more.
     */
    private static final int MOST_PATHS = 100;

    private static final Comparator<Candidate> MOST_LINES_FIRST = (a, b) -> Integer.compare(b.lines(), a.lines());

    /**
     * A place that can be an alias.
     *
     * @param job its position
     * @param step its position in the job; none for all of them
     * @param number of the step or the list
     * @param lines that need not be written then
     */
    private record Candidate(int job, int step, int number, int lines) {}

    private final List<StepList> jobs;
    private final BitSet listAliases = new BitSet();
    private final List<BitSet> stepAliases = new ArrayList<>();
    /** Aliases of each list, and of each step, by its number. */
    private final int[] ofLists;

    private final int[] ofSteps;

    /**
     * Decides.
     *
     * @param jobs the steps of each job
     * @param anchors whether there may be any
     */
    StepSharing(List<StepList> jobs, boolean anchors) {
        this.jobs = jobs;
        int lists = 0;
        int steps = 0;
        for (StepList list : jobs) {
            stepAliases.add(new BitSet());
            lists = Math.max(lists, list.number() + 1);
            for (StepText step : list.steps()) {
                steps = Math.max(steps, step.number() + 1);
            }
        }
        this.ofLists = new int[lists];
        this.ofSteps = new int[steps];
        if (anchors) {
            shareLists();
            shareSteps();
        }
    }

    private void shareLists() {
        BitSet seen = new BitSet();
        List<Candidate> candidates = new ArrayList<>();
        for (int job = 0; job < jobs.size(); job++) {
            StepList list = jobs.get(job);
            if (seen.get(list.number()) && !list.steps().isEmpty()) {
                candidates.add(new Candidate(job, -1, list.number(), list.lines()));
            }
            seen.set(list.number());
        }
        candidates.sort(MOST_LINES_FIRST);
        for (Candidate candidate : candidates.subList(0, Math.min(MOST_ALIASES, candidates.size()))) {
            listAliases.set(candidate.job());
            ofLists[candidate.number()]++;
        }
    }

    private void shareSteps() {
        BitSet seen = new BitSet();
        List<Candidate> candidates = new ArrayList<>();
        // By number of the step: the most aliases of a list that would have one for this step.
        int[] around = new int[ofSteps.length];
        for (int job = listAliases.nextClearBit(0); job < jobs.size(); job = listAliases.nextClearBit(job + 1)) {
            List<StepText> steps = jobs.get(job).steps();
            for (int step = 0; step < steps.size(); step++) {
                int number = steps.get(step).number();
                if (seen.get(number)) {
                    candidates.add(
                            new Candidate(job, step, number, steps.get(step).lines()));
                    around[number] =
                            Math.max(around[number], ofLists[jobs.get(job).number()]);
                }
                seen.set(number);
            }
        }
        candidates.sort(MOST_LINES_FIRST);
        int left = MOST_ALIASES - listAliases.cardinality();
        for (Candidate candidate : candidates) {
            int number = candidate.number();
            if (left > 0 && (ofSteps[number] + 1) * around[number] <= MOST_PATHS) {
                stepAliases.get(candidate.job()).set(candidate.step());
                ofSteps[number]++;
                left--;
            }
        }
    }

    /** Whether the steps of a job are an alias. */
    boolean isAlias(int job) {
        return listAliases.get(job);
    }

    /** Whether a step is an alias, in a job that writes its steps out. */
    boolean isAlias(int job, int step) {
        return stepAliases.get(job).get(step);
    }

    /** Whether any job has an alias for these steps. */
    boolean isShared(StepList list) {
        return ofLists[list.number()] > 0;
    }

    /** Whether any job has an alias for this step. */
    boolean isShared(StepText step) {
        return ofSteps[step.number()] > 0;
    }
}
