package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The manifest's settings of the whole workflow.
 *
 * @param runName of its runs; absent for the forge's
 * @param triggers the value of {@code on}, as a mapping; absent for the default
 * @param env of every job
 * @param permissions of every job that checks out; absent for the default
 * @param concurrency a group or a mapping; absent for the default
 * @param concurrencyOff where {@code concurrency: false} was written
 * @param finalJob the name of the job that sums up
 */
public record Workflow(
        Located<String> name,
        @Nullable Located<String> runName,
        @Nullable YamlMapping triggers,
        @Nullable YamlMapping env,
        @Nullable YamlMapping permissions,
        @Nullable YamlNode concurrency,
        @Nullable Place concurrencyOff,
        Located<String> finalJob) {

    /** The scopes that the permissions allow to write, each as {@code scope: write}. */
    public List<Located<String>> writePermissions() {
        List<Located<String>> found = new ArrayList<>();
        if (permissions != null) {
            permissions.entries().forEach((scope, entry) -> {
                if (entry.value() instanceof YamlScalar access && access.text().equals("write")) {
                    found.add(new Located<>(scope + ": write", entry.key().place()));
                }
            });
        }
        return found;
    }

    /** The names of the inputs of a manual run. */
    public List<Located<String>> inputs() {
        return triggers != null
                        && triggers.get("workflow_dispatch") instanceof YamlMapping dispatch
                        && dispatch.get("inputs") instanceof YamlMapping inputs
                ? Located.keys(inputs)
                : List.of();
    }

    /** The names of its variables. */
    public List<Located<String>> variables() {
        return Located.keys(env);
    }
}
