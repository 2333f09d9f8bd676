package dev.genci.manifest;

import dev.genci.manifest.SessionKey.Meets;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of entries. Merged as trees, so that every value keeps its place in the manifest.
 *
 * @param defaults the mapping of that name
 * @param top keys of the top level that sessions inherit, too
 */
record EntryDefaults(@Nullable YamlMapping defaults, Map<SessionKey, YamlNode> top) {

    /** Whether {@code defaults} has a key. */
    boolean say(SessionKey key) {
        return defaults != null && defaults.get(key.key()) != null;
    }

    /** The defaults of a workflow over those of all. */
    static YamlMapping layered(YamlMapping all, YamlMapping own) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>(own.entries());
        all.entries().forEach((name, value) -> {
            SessionKey key = SessionKey.of(name);
            if (key != null && (key.other() == null || own.get(key.other().key()) == null)) {
                entries.merge(name, value, (mine, theirs) -> meet(key, mine, theirs));
            }
        });
        return new YamlMapping(own.place(), own.flow(), entries);
    }

    /** An entry with all that it inherits. */
    YamlMapping mergedInto(YamlMapping own, EntryKind kind) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>(own.entries());
        Map<String, YamlEntry> inherited = defaults == null ? Map.of() : defaults.entries();
        inherited.forEach((name, value) -> {
            SessionKey key = SessionKey.of(name);
            if (key != null
                    && key.isInheritedBy(kind)
                    && (key.other() == null || own.get(key.other().key()) == null)) {
                entries.merge(name, value, (mine, theirs) -> meet(key, mine, theirs));
            }
        });
        top.forEach((key, value) -> {
            if (key.isTakenBy(kind)) {
                YamlScalar word = new YamlScalar(value.place(), key.key(), ScalarType.STRING, true);
                entries.merge(key.key(), new YamlEntry(word, value), (mine, theirs) -> meet(key, mine, theirs));
            }
        });
        return new YamlMapping(own.place(), own.flow(), entries);
    }

    /** What becomes of a session's own value and the default. */
    static YamlEntry meet(SessionKey key, YamlEntry own, YamlEntry theirs) {
        YamlNode value = own.value();
        if (key.meets() == Meets.MERGED && value instanceof YamlMapping a && theirs.value() instanceof YamlMapping b) {
            Map<String, YamlEntry> both = new LinkedHashMap<>(b.entries());
            both.putAll(a.entries());
            value = new YamlMapping(a.place(), a.flow(), both);
        } else if (key.meets() == Meets.ADDED
                && value instanceof YamlSequence a
                && theirs.value() instanceof YamlSequence b) {
            value = new YamlSequence(
                    a.place(),
                    a.flow(),
                    Stream.concat(a.items().stream(), b.items().stream()).toList());
        }
        return new YamlEntry(own.key(), value);
    }
}
