package dev.genci.emit;

import java.util.List;

/**
 * The steps of a job.
 *
 * @param number the same for the same steps
 * @param anchor the anchor of lists that jobs share, from the template of a step
 * @param claims what must be read in them. Of lists with the same text each has its own
 */
record StepList(int number, List<StepText> steps, String anchor, List<StepClaim> claims) {
    /** The number of their lines. */
    int lines() {
        int lines = 0;
        for (StepText step : steps) {
            lines += step.lines();
        }
        return lines;
    }
}
