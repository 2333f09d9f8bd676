package dev.genci.workflow;

import dev.genci.source.Place;
import java.util.List;

/**
 * A job of a workflow.
 *
 * @param id its key below {@code jobs}
 * @param place of its id
 * @param settings its keys
 * @param steps none for a job that calls another workflow
 */
public record Job(String id, Place place, Settings settings, List<Step> steps) {

    /** Copies the steps. */
    public Job {
        steps = List.copyOf(steps);
    }
}
