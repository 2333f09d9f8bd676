package dev.genci.manifest;

import dev.genci.source.Place;

/**
 * A value and the word that caused it: a value that came from {@code defaults}, a merge key or an alias has the place
 * where a person wrote it.
 */
public record Located<T>(T value, Place place) {}
