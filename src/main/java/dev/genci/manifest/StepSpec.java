package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * A step that the manifest brings.
 *
 * @param text the step as written
 * @param uses the action
 */
public record StepSpec(
        YamlMapping text,
        @Nullable Located<String> id,
        @Nullable Located<String> uses) {}
