package dev.genci.emit;

import java.util.List;

/**
 * A workflow as text.
 *
 * @param text ends in one line break
 * @param steps what must be read in it of the steps of each job, in order; for jobs that share them the same list
 */
public record WrittenWorkflow(String text, List<List<StepClaim>> steps) {}
