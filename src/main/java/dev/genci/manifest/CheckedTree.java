package dev.genci.manifest;

import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlTree;
import java.util.Set;

/**
 * A tree and the nodes in it that the schema refuses; the binder passes them over, so that what is right can still be
 * looked at.
 *
 * @param rejected the nodes; compared by identity
 */
public record CheckedTree(YamlTree tree, Set<YamlNode> rejected) {}
