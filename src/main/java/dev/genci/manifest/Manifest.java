package dev.genci.manifest;

import dev.genci.data.Pin;
import dev.genci.forge.Forges;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as meant: defaults merged into the sessions, values typed. What is passed through to the workflow as it is
 * stays a tree.
 *
 * @param name the workflow's
 * @param targets in the manifest's order, at least one
 * @param triggers the value of {@code on}; absent for the default
 * @param env of the whole workflow
 * @param permissions of every job that checks out; absent for the default
 * @param concurrency a group or a mapping; absent for the default
 * @param concurrencyOff where {@code concurrency: false} was written
 * @param defaultKeys the keys that {@code defaults} says
 * @param pins by {@code owner/name}
 * @param finalJob the name of the job that sums up
 * @param expressionTexts the texts that have an expression in them, without those of sessions
 * @param entries by name, in the manifest's order
 */
public record Manifest(
        SourceFile file,
        Located<String> name,
        List<TargetSettings> targets,
        @Nullable YamlMapping triggers,
        @Nullable YamlMapping env,
        @Nullable YamlMapping permissions,
        @Nullable YamlNode concurrency,
        @Nullable Place concurrencyOff,
        Map<String, Place> defaultKeys,
        NoxSettings nox,
        Map<String, Located<Pin>> pins,
        Located<String> finalJob,
        List<ExpressionText> expressionTexts,
        Map<String, Entry> entries) {

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

    /** The names of what a person who starts it by hand is asked for. */
    public List<Located<String>> inputs() {
        return triggers != null
                        && triggers.get("workflow_dispatch") instanceof YamlMapping dispatch
                        && dispatch.get("inputs") instanceof YamlMapping inputs
                ? Located.keys(inputs)
                : List.of();
    }

    /** The names of the variables of the whole workflow. */
    public List<Located<String>> variables() {
        return Located.keys(env);
    }

    /** The settings of a target; its defaults when the manifest does not name it. */
    public TargetSettings target(String id) {
        for (TargetSettings target : targets) {
            if (target.id().equals(id)) {
                return target;
            }
        }
        return TargetSettings.defaults(Forges.of(id), Place.start(file));
    }
}
