package dev.genci.yaml;

import dev.genci.source.Place;

/**
 * A node of a YAML document. An alias may be the very node of its anchor, so a tree may share nodes; it never has a circle.
 *
 * <p>Nodes are compared by identity where it matters: two equal nodes in two places are two nodes.
 */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {
    /** Its place: a scalar's first line, a collection's first character. */
    Place place();

    /** Its kind in messages, with an article: {@code a list}. */
    String kind();
}
