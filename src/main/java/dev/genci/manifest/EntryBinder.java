package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds one entry. */
final class EntryBinder {
    private final EntryDefaults defaults;
    private final NoxSettings nox;
    private final Set<YamlNode> rejected;

    EntryBinder(EntryDefaults defaults, NoxSettings nox, Set<YamlNode> rejected) {
        this.defaults = defaults;
        this.nox = nox;
        this.rejected = rejected;
    }

    /** @param workflow for which the entry is bound */
    Entry bind(YamlEntry entry, String workflow) {
        boolean bound = entry.value() instanceof YamlMapping && !rejected.contains(entry.value());
        YamlMapping own = entry.value() instanceof YamlMapping mapping && bound
                ? mapping
                : new YamlMapping(entry.value().place(), true, Map.of());
        EntryKind kind = kind(new MappingReader(own, rejected));
        YamlMapping effective = defaults.mergedInto(own, kind);
        MappingReader fields = new MappingReader(effective, rejected);
        Listing listing = listing(fields, entry.key(), workflow);
        EntrySource source = new EntrySource(
                keys(own),
                ExpressionTexts.ofSession(effective, kind, rejected),
                !bound || hasFault(own) || defaults.defaults() != null && hasFault(defaults.defaults()));
        return switch (kind) {
            case META -> meta(listing, source, fields);
            case HELPER -> new Helper(listing, source);
            case NOX, CALLS, COMMAND, JOB -> work(listing, source, effective, kind);
        };
    }

    private Work work(Listing listing, EntrySource source, YamlMapping effective, EntryKind kind) {
        MappingReader fields = new MappingReader(effective, rejected);
        WorkBinder binder = new WorkBinder(fields, listing.name(), rejected);
        Call call = binder.call(kind);
        Work work = new Work(
                listing,
                source,
                references(fields, "needs"),
                binder.axes(kind == EntryKind.COMMAND ? List.of() : List.of(nox.python())),
                call,
                binder.job(call),
                List.of(),
                List.of(),
                List.of());
        return fields.node(SessionKey.INCLUDE.key()) == null
                ? work
                : new IncludeBinder(work, effective, nox, rejected).bind();
    }

    private Meta meta(Listing listing, EntrySource source, MappingReader fields) {
        YamlNode runner = fields.node("runs-on");
        return new Meta(
                listing,
                source,
                fields.text("title"),
                runner == null ? null : new RunnerBinder(rejected).bind(runner),
                references(fields, "members"));
    }

    private Map<String, Place> keys(YamlMapping own) {
        Map<String, Place> keys = new LinkedHashMap<>();
        own.entries().forEach((key, value) -> {
            if (!rejected.contains(value.value())) {
                keys.put(key, value.key().place());
            }
        });
        return keys;
    }

    /** The words of a list, with what they mean. */
    static List<Located<Reference>> references(MappingReader fields, String key) {
        return fields.texts(key).stream()
                .map(word -> new Located<>(Reference.of(word.value()), word.place()))
                .toList();
    }

    private EntryKind kind(MappingReader own) {
        if (own.flagOr("helper", false)) {
            return EntryKind.HELPER;
        }
        if (own.mapping().get("members") != null) {
            return EntryKind.META;
        }
        if (own.mapping().get(SessionKey.CALLS.key()) != null) {
            return EntryKind.CALLS;
        }
        boolean command = own.mapping().get("run") != null || defaults.say(SessionKey.RUN);
        return command ? EntryKind.COMMAND : EntryKind.NOX;
    }

    private boolean hasFault(YamlMapping mapping) {
        return !rejected.isEmpty()
                && mapping.entries().values().stream()
                        .anyMatch(entry -> rejected.contains(entry.value()) || rejected.contains(entry.key()));
    }

    private static Listing listing(MappingReader fields, YamlScalar key, String workflow) {
        Located<String> file = fields.text("file");
        Located<String> notes = fields.text("notes");
        Located<String> comment = fields.text("comment");
        Located<String> duration = fields.text("duration");
        Located<Integer> seconds = fields.whole("duration");
        Map<String, Located<String>> tags = new LinkedHashMap<>();
        fields.texts("tags").forEach(tag -> tags.putIfAbsent(tag.value(), tag));
        return new Listing(
                new Located<>(key.text(), key.place()),
                fields.textOr("purpose", "", key.place()),
                List.copyOf(tags.values()),
                Membership.of(fields.texts(SessionKey.WORKFLOW.key()), workflow),
                file == null ? null : file.value(),
                notes == null ? null : notes.value(),
                comment == null ? null : comment.value(),
                seconds != null
                        ? seconds.value()
                        : duration == null ? null : Integer.valueOf(Duration.seconds(duration.value())),
                fields.flag("ci"),
                fields.flag("parallel-safe"));
    }
}
