package dev.genci.pipeline;

import java.util.Set;

/**
 * What a forge can express. Everything that tells forges apart before the text is written stands here.
 *
 * @param permissions whether jobs have permissions
 * @param failFast whether a failing row cancels the others unless told otherwise
 * @param cancelledInJobs whether a job's condition may ask for a cancellation
 * @param runnerGroups whether a runner may be asked for by its group
 * @param unknownTriggers events that it never sends
 * @param unknownFilters filters of triggers that it does not know, as {@code trigger.filter}
 * @param stepExpressions whether a step's continue-on-error may be an expression
 * @param mostRows of a matrix
 * @param longestScript characters of a script or an expression
 * @param longestId characters of a job's id
 * @param longestFile bytes of a workflow
 * @param skipChain the longest chain of skipped jobs that it plays through; 0 for no limit
 */
public record Dialect(
        boolean permissions,
        boolean failFast,
        boolean cancelledInJobs,
        boolean runnerGroups,
        Set<String> unknownTriggers,
        Set<String> unknownFilters,
        boolean stepExpressions,
        int mostRows,
        int longestScript,
        int longestId,
        int longestFile,
        int skipChain) {}
