package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * How a job gets the repository.
 *
 * @param inputs of the action, as the manifest writes them
 */
public record CheckOut(YamlMapping inputs) {
    /** The action. */
    public static final String ACTION = "actions/checkout";

    /** The input that leaves the token in the repository; the action's own default is true. */
    public static final String KEEPS_CREDENTIALS = "persist-credentials";

    /** The folder in which the repository is put; absent for the workspace. */
    public @Nullable Located<String> path() {
        return inputs.get("path") instanceof YamlScalar path ? new Located<>(path.text(), path.place()) : null;
    }

    /** The word that sets {@code persist-credentials: true}; absent if there is none. */
    public @Nullable Place keptCredentials() {
        YamlEntry entry = inputs.entries().get(KEEPS_CREDENTIALS);
        return entry == null || isFalse(entry) ? null : entry.key().place();
    }

    static boolean isFalse(@Nullable YamlEntry input) {
        return input != null
                && input.value() instanceof YamlScalar scalar
                && scalar.text().equals("false");
    }
}
