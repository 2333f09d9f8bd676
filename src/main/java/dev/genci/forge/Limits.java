package dev.genci.forge;

/**
 * The limits of a forge.
 *
 * @param rows of a matrix
 * @param expression characters of an expression or a script
 * @param file bytes of a workflow
 * @param skipped the longest chain of skipped jobs that it plays through; 0 for no limit
 * @param schedule the fewest minutes between two runs of a schedule; 0 for any number
 * @param cache bytes of all entries of a repository's cache; 0 for no limit of the forge's own
 * @param source where they were read
 */
public record Limits(int rows, int expression, int file, int skipped, int schedule, long cache, String source) {}
