package dev.genci.lower.group;

import dev.genci.graph.Digraph;

/**
 * Which session in CI, or job, waits for which, by their numbers in the manifest.
 *
 * @param all every edge
 * @param ends those of them for which a failure is no reason not to run
 * @param takes those of them for which something of the other one is downloaded
 */
public record Waits(Digraph all, Digraph ends, Digraph takes) {}
