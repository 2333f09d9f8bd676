package dev.genci.lower;

import dev.genci.manifest.Invocation;
import dev.genci.manifest.Runner;

/**
 * One run of one session on one runner.
 *
 * @param name unique in the workflow
 */
record Row(String name, Invocation invocation, Runner runner) {}
