package dev.genci.compiler;

/** Which pins of a committed workflow are kept. */
public enum PinPolicy {
    /** Kept, also those of releases that gen-ci does not know: a bot raises pins sooner than gen-ci gets to know them. */
    KEEP,
    /** Kept only if gen-ci or the manifest knows the commit of the version. */
    STRICT,
    /** Ignored. */
    FRESH
}
