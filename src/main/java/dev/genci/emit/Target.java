package dev.genci.emit;

import dev.genci.pipeline.Dialect;
import dev.genci.pipeline.Pipeline;

/** A forge for which workflows are written. */
public interface Target extends Actions {
    /** Its name in the manifest. */
    String id();

    /** What it can express. */
    Dialect dialect();

    /**
     * The workflow's tree.
     *
     * @param pipeline legal for the dialect
     */
    WorkflowTree tree(Pipeline pipeline, Pins pins);
}
