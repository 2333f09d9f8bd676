package dev.genci.manifest;

import org.jspecify.annotations.Nullable;

/**
 * The job that needs all others.
 *
 * @param name from which its id is made; a meta-session of this name replaces it
 * @param title what it is called in the pull request; absent: the name
 * @param runner where it runs; absent: the target's
 */
public record FinalJob(
        Located<String> name,
        @Nullable Located<String> title,
        @Nullable Runner runner) {}
