package dev.genci.fix;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is written.
 *
 * @param flow whether in braces
 * @param pad what is inside of braces: a space, or nothing
 * @param step how much deeper fields are than the entry's key
 */
record EntryStyle(boolean flow, String pad, int step) {

    /** That of an entry, or else of the nearest that is no alias. */
    static EntryStyle near(ManifestText text, List<YamlEntry> entries, int index) {
        EntryStyle style = null;
        for (int distance = 0; distance < entries.size() && style == null; distance++) {
            style = of(text, entries, index - distance);
            style = style == null ? of(text, entries, index + distance) : style;
        }
        int step = entries.stream()
                .mapToInt(EntryStyle::step)
                .filter(each -> each > 0)
                .findFirst()
                .orElse(2);
        return style == null ? new EntryStyle(false, "", step) : new EntryStyle(style.flow, style.pad, step);
    }

    private static @Nullable EntryStyle of(ManifestText text, List<YamlEntry> entries, int index) {
        if (index < 0 || index >= entries.size()) {
            return null;
        }
        YamlEntry entry = entries.get(index);
        if (!(entry.value() instanceof YamlMapping fields) || !ManifestText.isHere(fields)) {
            return null;
        }
        return new EntryStyle(fields.flow(), text.pad(fields), 2);
    }

    /** 0 where it is in braces, or an alias stands for it. */
    private static int step(YamlEntry entry) {
        if (!(entry.value() instanceof YamlMapping fields) || fields.flow() || !ManifestText.isHere(fields)) {
            return 0;
        }
        return ManifestText.fields(fields).stream()
                .map(field -> field.key().place().column() - entry.key().place().column())
                .findFirst()
                .orElse(0);
    }
}
