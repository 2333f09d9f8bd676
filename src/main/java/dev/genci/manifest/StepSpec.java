package dev.genci.manifest;

import dev.genci.data.ActionName;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
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
        @Nullable Located<String> uses) {

    /** The word that checks out and keeps the credentials; absent where none does. */
    public @Nullable Place keptCredentials() {
        if (uses == null || !ActionName.repository(uses.value()).equals(CheckOut.ACTION)) {
            return null;
        }
        YamlMapping with = text.get("with") instanceof YamlMapping inputs ? inputs : null;
        YamlEntry input = with == null ? null : with.entries().get(CheckOut.KEEPS_CREDENTIALS);
        return CheckOut.isFalse(input) ? null : uses.place();
    }
}
