package dev.genci.pipeline;

/** Events in which nothing is saved. */
public enum Unless {
    /** A tag or a release: what they build must not depend on what was cached, nor be cached. */
    TAG,
    /** The end of another workflow: a stranger's pull request may have started that one, and said what to check out here. */
    WORKFLOW_RUN,
    /** A request from outside, which may say what to check out. */
    REPOSITORY_DISPATCH
}
