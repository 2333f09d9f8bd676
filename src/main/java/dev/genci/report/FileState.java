package dev.genci.report;

/**
 * A file that was compared with what it should be.
 *
 * @param file its name, as in messages
 * @param state current, differs, foreign, missing or orphaned
 */
public record FileState(String file, String state) {}
