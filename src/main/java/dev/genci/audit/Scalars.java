package dev.genci.audit;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values below a node, each once: aliases may have it in a million places. */
final class Scalars {
    private Scalars() {}

    static List<YamlScalar> below(@Nullable YamlNode root) {
        List<YamlScalar> scalars = new ArrayList<>();
        Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<YamlNode> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty()) {
            YamlNode node = open.removeFirst();
            if (!seen.add(node)) {
                continue;
            }
            if (node instanceof YamlScalar scalar) {
                scalars.add(scalar);
            } else if (node instanceof YamlSequence list) {
                open.addAll(list.items());
            } else if (node instanceof YamlMapping mapping) {
                mapping.entries().values().forEach(entry -> open.add(entry.value()));
            }
        }
        return scalars;
    }
}
