package dev.genci.yaml;

import dev.genci.source.Place;
import java.util.List;

/**
 * A list.
 *
 * @param flow whether it is written in brackets
 */
public record YamlSequence(Place place, boolean flow, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
        return "a list";
    }
}
