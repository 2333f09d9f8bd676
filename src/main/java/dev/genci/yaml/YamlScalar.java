package dev.genci.yaml;

import dev.genci.source.Place;

/**
 * A scalar.
 *
 * @param text the raw text when plain ({@code 3.10} stays {@code 3.10}), the unescaped text when quoted or a block
 * @param type its type in YAML 1.2's core schema
 * @param plain whether it is written without quotes
 */
public record YamlScalar(Place place, String text, ScalarType type, boolean plain) implements YamlNode {
    @Override
    public String kind() {
        return type.words();
    }
}
