package dev.genci.manifest;

/** What an entry becomes in a workflow. */
public enum EntryKind {
    /** Rows that run nox. */
    NOX,
    /** Rows that call nox several times, and run steps between the calls. */
    CALLS,
    /** Rows that run a shell command. */
    COMMAND,
    /** A status job over its members, or nothing. */
    META,
    /** Nothing: it is only documented. */
    HELPER,
    /** The job that it is: an entry of {@code jobs}. */
    JOB
}
