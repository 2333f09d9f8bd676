package dev.genci.workflow;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a workflow, a job or a step, as they are written. What has another form than the forges ask for is not there.
 *
 * @param mapping absent where there is none
 */
public record Settings(@Nullable YamlMapping mapping) {

    /** Those of a node; none if it is no mapping. */
    public static Settings of(@Nullable YamlNode node) {
        return new Settings(node instanceof YamlMapping mapping ? mapping : null);
    }

    /** The names of the keys, in the order of the text. */
    public Set<String> names() {
        return mapping == null ? Set.of() : mapping.entries().keySet();
    }

    /** The value of a key. */
    public @Nullable YamlNode get(String key) {
        return mapping == null ? null : mapping.get(key);
    }

    /** The key itself. */
    public @Nullable YamlScalar key(String key) {
        YamlMapping.YamlEntry entry = mapping == null ? null : mapping.entries().get(key);
        return entry == null ? null : entry.key();
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return get(key) != null;
    }

    /** The value of a key that is a scalar. */
    public @Nullable YamlScalar scalar(String key) {
        return get(key) instanceof YamlScalar scalar ? scalar : null;
    }

    /** The text of a key that is a scalar; empty where there is none. */
    public String text(String key) {
        YamlScalar scalar = scalar(key);
        return scalar == null ? "" : scalar.text();
    }

    /** The keys below a key. */
    public Settings in(String key) {
        return of(get(key));
    }

    /** The scalars of a list; that of a key that has one in place of a list. */
    public List<YamlScalar> list(String key) {
        YamlNode node = get(key);
        List<YamlScalar> scalars = new ArrayList<>();
        for (YamlNode item :
                node instanceof YamlSequence list ? list.items() : node == null ? List.<YamlNode>of() : List.of(node)) {
            if (item instanceof YamlScalar scalar) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }
}
