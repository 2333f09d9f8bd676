package dev.genci.analysis;

import dev.genci.manifest.Manifest;
import dev.genci.manifest.References;

/** A manifest in which every rule holds, and what its words stand for. */
public record Analysis(Manifest manifest, References references) {}
