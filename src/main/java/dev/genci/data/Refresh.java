package dev.genci.data;

/** How long a cached environment with unpinned dependencies is used. */
public enum Refresh {
    /** A UTC day. */
    DAILY,
    /** An ISO week. */
    WEEKLY,
    /** As long as its files do not change. */
    NEVER
}
