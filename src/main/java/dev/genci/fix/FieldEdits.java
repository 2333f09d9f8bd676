package dev.genci.fix;

import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes fields of an entry. */
record FieldEdits(ManifestText text, YamlMapping entry) {
    private static final String FIRST = "purpose";

    /**
     * Gives a field a value on one line, be it new or not.
     *
     * @return {@code null} where that would spoil a comment
     */
    @Nullable Edit set(String key, String value) {
        YamlEntry field = ManifestText.field(entry, key);
        return field == null ? add(key + ": " + value) : replace(field, value);
    }

    private @Nullable Edit replace(YamlEntry field, String value) {
        YamlNode old = field.value();
        int start = text.start(old);
        int end = text.end(old);
        if (old.place().line() == field.key().place().line()) {
            boolean commented = text.text().substring(start, end).contains("#")
                    && text.lastLine(old) > old.place().line();
            return commented ? null : new Edit(start, end, value);
        }
        int from = text.end(field.key());
        return text.text().substring(from, end).contains("#") ? null : new Edit(from, end, ": " + value);
    }

    /** After what the entry is for; before all others where that is not said here. */
    private @Nullable Edit add(String field) {
        YamlEntry first = ManifestText.field(entry, FIRST);
        Lines lines = text.lines();
        if (entry.flow()) {
            return first == null
                    ? Edit.insert(text.open(entry), text.pad(entry).isEmpty() ? field + ", " : " " + field + ",")
                    : Edit.insert(text.end(first.value()), ", " + field);
        }
        // Without any of its own, the first word is that of a merge; an anchor would be before it.
        YamlNode near = first == null ? entry : first.key();
        if (!lines.isFirst(near.place())) {
            return null;
        }
        int line = first == null ? entry.place().line() : text.lastLine(first.value()) + 1;
        return lines.insertBefore(line, List.of(" ".repeat(near.place().column() - 1) + field));
    }

    /**
     * Takes a field away.
     *
     * @return {@code null} where that would spoil a comment, or is not possible
     */
    @Nullable Edit remove(String key) {
        List<YamlEntry> fields = ManifestText.fields(entry);
        YamlEntry field = ManifestText.field(entry, key);
        int index = fields.indexOf(field);
        if (field == null || fields.size() < 2) {
            return null;
        }
        Lines lines = text.lines();
        Edit edit;
        if (!entry.flow()) {
            if (!lines.isFirst(field.key().place())) {
                return null;
            }
            int last = text.lastLine(field.value());
            edit = last < lines.count()
                    ? new Edit(lines.start(field.key().place().line()), lines.start(last + 1), "")
                    : new Edit(lines.end(field.key().place().line() - 1), lines.end(last), "");
        } else if (index > 0) {
            edit = new Edit(text.end(fields.get(index - 1).value()), text.end(field.value()), "");
        } else {
            edit = new Edit(text.start(field.key()), text.start(fields.get(1).key()), "");
        }
        return text.text().substring(edit.start(), edit.end()).contains("#") ? null : edit;
    }
}
