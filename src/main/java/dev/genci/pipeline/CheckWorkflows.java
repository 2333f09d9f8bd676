package dev.genci.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Installs gen-ci, and has it check that the workflows are what it makes of the manifest.
 *
 * @param version of gen-ci, three numbers
 * @param manifest its path in the repository; empty where gen-ci finds it by itself
 * @param uv whether uv installs it, and not pip
 */
public record CheckWorkflows(String version, String manifest, boolean uv, boolean bash) implements Step {
    /** The variable that has the version. */
    public static final String VARIABLE = "GEN_CI_VERSION";

    /** What its script installs: by that a version in a committed workflow is known. */
    public static final String REQUIREMENT = "\"gen-ci==$" + VARIABLE + "\"";

    @Override
    public List<@Nullable Object> parts() {
        return List.of(version, manifest, uv, bash);
    }
}
