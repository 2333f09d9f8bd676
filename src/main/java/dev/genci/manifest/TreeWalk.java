package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;

/** Shows a visitor every scalar of a tree, in the order of the text, with what the schema says of it. */
public record TreeWalk(Visitor visitor) {
    /** Looks at scalars. */
    public interface Visitor {
        /**
         * Looks at one.
         *
         * @param part of the schema; for a key, what it says of the value
         */
        void see(YamlScalar scalar, boolean isKey, SchemaGuide.Part part);
    }

    /** Walks through a node. */
    public void walk(YamlNode node, SchemaGuide.Part part) {
        if (node instanceof YamlScalar scalar) {
            visitor.see(scalar, false, part);
        } else if (node instanceof YamlSequence list) {
            SchemaGuide.Part item = part.item();
            list.items().forEach(each -> walk(each, item));
        } else if (node instanceof YamlMapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                SchemaGuide.Part value = part.key(key);
                visitor.see(entry.key(), true, value);
                walk(entry.value(), value);
            });
        }
    }
}
