package dev.genci.yaml;

import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an alias stands for, as nodes of its own: each is where the alias is, and knows where it is written. */
final class Aliased {
    private final Place alias;

    Aliased(Place alias) {
        this.alias = alias;
    }

    YamlNode copy(YamlNode anchored) {
        Place place = anchored.place().behind(alias);
        if (anchored instanceof YamlScalar scalar) {
            return copy(scalar);
        }
        if (anchored instanceof YamlSequence list) {
            List<YamlNode> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(copy(item)));
            return new YamlSequence(place, list.flow(), items);
        }
        YamlMapping mapping = (YamlMapping) anchored;
        Map<String, YamlMapping.YamlEntry> entries = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, entry) ->
                        entries.put(key, new YamlMapping.YamlEntry(copy(entry.key()), copy(entry.value()))));
        return new YamlMapping(place, mapping.flow(), entries);
    }

    private YamlScalar copy(YamlScalar scalar) {
        return new YamlScalar(scalar.place().behind(alias), scalar.text(), scalar.type(), scalar.plain());
    }
}
