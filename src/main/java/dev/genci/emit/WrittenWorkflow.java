package dev.genci.emit;

import java.util.List;

/**
 * A workflow as text.
 *
 * @param text ends in one line break
 * @param steps what must be read in it of the steps of each job, in order; for jobs that share them the same list. Of a job that
 *     calls a workflow one claim, on the job itself
 */
public record WrittenWorkflow(String text, List<List<StepClaim>> steps) {}
