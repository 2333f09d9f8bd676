package dev.genci.emit;

import dev.genci.pipeline.Dialect;

/** A forge for which workflows are written. */
public interface Target extends Actions {
    /** Its name in the manifest. */
    String id();

    /** What it can express. */
    Dialect dialect();
}
