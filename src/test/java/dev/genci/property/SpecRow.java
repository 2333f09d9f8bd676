package dev.genci.property;

/**
 * One run of a session on one runner.
 *
 * @param name unique in the workflow
 * @param selector what nox is asked to run; {@code null} for a command
 * @param python the interpreter; {@code null} for a command that asks for none
 * @param runsOn a label, a list of labels or a mapping
 * @param beside whether nox runs on another interpreter than the session
 * @param forced whether nox is told to take it
 */
public record SpecRow(String name, String selector, String python, Object runsOn, boolean beside, boolean forced) {}
