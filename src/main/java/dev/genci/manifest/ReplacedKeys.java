package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keys of an entry that no row has as the entry says them, because items of {@code include} bring other values to all. */
final class ReplacedKeys {
    private ReplacedKeys() {}

    /**
     * Those that the entry says itself: a default holds for others, too.
     *
     * @param effective the entry with its defaults
     * @param axes of the entry, whose values items only name
     * @param items of the entry; nothing is said of wrong ones
     * @param rows what each of its rows says
     */
    static List<Located<String>> of(
            Work entry, YamlMapping effective, Set<String> axes, List<IncludedItem> items, List<YamlMapping> rows) {
        List<Located<String>> replaced = new ArrayList<>();
        if (rows.isEmpty() || !items.stream().allMatch(IncludedItem::isSound)) {
            return replaced;
        }
        entry.keys().forEach((name, place) -> {
            SessionKey key = SessionKey.of(name);
            YamlNode said = effective.get(name);
            // Variables are merged, so that none replaces all.
            boolean brought = key != null && key != SessionKey.ENV && IncludeBinder.BRINGS.contains(key);
            if (brought
                    && said != null
                    && !axes.contains(name)
                    && rows.stream().allMatch(row -> row.get(name) != said)) {
                replaced.add(new Located<>(name, place));
            }
        });
        return replaced;
    }
}
