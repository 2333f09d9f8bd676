package dev.genci.yaml;

import dev.genci.source.SourceFile;

/** The one document of a source. */
public record YamlTree(SourceFile file, YamlNode root) {}
