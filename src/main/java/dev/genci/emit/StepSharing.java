package dev.genci.emit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs take the steps of an earlier one, and what these are called: the first of several jobs with the same steps
 * writes them with an anchor, the others an alias. As far as readers follow; what is beyond is written out.
 */
final class StepSharing {
    /**
     * Aliases in a file. SnakeYAML, and so some scanners, takes no more than 50 by default; the npm package {@code yaml},
     * and so some bots that raise pins, no more than 100 of one anchor.
     */
    private static final int MOST_ALIASES = 50;

    private final List<StepText> steps;
    private final BitSet aliases = new BitSet();
    /** By number of the steps: the first job that has them, and their anchor. */
    private final int[] first;

    private final @Nullable String[] anchors;

    /** @param steps of each job */
    StepSharing(List<StepText> steps) {
        this.steps = steps;
        int numbers = 0;
        for (StepText own : steps) {
            numbers = Math.max(numbers, own.number() + 1);
        }
        this.first = new int[numbers];
        this.anchors = new String[numbers];
        Arrays.fill(first, -1);
        BitSet shared = share();
        name(shared);
    }

    private BitSet share() {
        BitSet shared = new BitSet();
        for (int job = 0; job < steps.size(); job++) {
            int number = steps.get(job).number();
            if (first[number] < 0) {
                first[number] = job;
            } else if (aliases.cardinality() < MOST_ALIASES) {
                aliases.set(job);
                shared.set(number);
            }
        }
        return shared;
    }

    private void name(BitSet shared) {
        Map<String, Integer> uses = new HashMap<>();
        for (int job = 0; job < steps.size(); job++) {
            StepText own = steps.get(job);
            if (shared.get(own.number()) && first[own.number()] == job) {
                int use = uses.merge(own.anchor(), 1, Integer::sum);
                anchors[own.number()] = use == 1 ? own.anchor() : own.anchor() + "-" + use;
            }
        }
    }

    /** Whether an alias stands for the steps of a job. */
    boolean isAlias(int job) {
        return aliases.get(job);
    }

    /** The anchor that a job sets or refers to; {@code null} when it has its steps for itself, or a copy. */
    @Nullable String anchor(int job) {
        int number = steps.get(job).number();
        return isAlias(job) || first[number] == job ? anchors[number] : null;
    }
}
