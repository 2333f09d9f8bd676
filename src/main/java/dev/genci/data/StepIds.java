package dev.genci.data;

import java.util.Set;

/** The ids of the steps that gen-ci writes and that other steps refer to. */
public final class StepIds {
    /** Sets up the session's interpreter, where nox runs on another one. */
    public static final String PYTHON = "python";
    /** Describes what the cached environment depends on. */
    public static final String VENV = "venv";
    /** Restores the cache. */
    public static final String CACHE = "cache";
    /** Restores the downloads. */
    public static final String DOWNLOADS = "downloads";
    /** Runs the session. */
    public static final String SESSION = "session";

    /** Tells where the folder for temporary files is, in a container. */
    public static final String TEMPORARY = "temporary";

    /** All of them: a step of the manifest has another id. */
    public static final Set<String> ALL = Set.of(PYTHON, VENV, CACHE, DOWNLOADS, SESSION, TEMPORARY);

    private StepIds() {}
}
