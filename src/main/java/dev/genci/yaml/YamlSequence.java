package dev.genci.yaml;

import dev.genci.source.Place;
import java.util.List;

/** A list. */
public record YamlSequence(Place place, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
        return "a list";
    }
}
