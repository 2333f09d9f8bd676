package dev.genci.workflow;

import dev.genci.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * A step of a job.
 *
 * @param place where it begins
 * @param settings its keys
 * @param uses the action that it runs; absent for a script
 */
public record Step(Place place, Settings settings, @Nullable Uses uses) {}
