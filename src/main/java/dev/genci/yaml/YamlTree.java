package dev.genci.yaml;

import dev.genci.source.SourceFile;

/** The document of a source file. */
public record YamlTree(SourceFile file, YamlNode root) {}
