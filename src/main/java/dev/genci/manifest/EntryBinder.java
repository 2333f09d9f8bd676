package dev.genci.manifest;

import dev.genci.data.Refresh;
import dev.genci.manifest.SessionKey.Goes;
import dev.genci.manifest.SessionKey.Meets;
import dev.genci.source.Place;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds one entry. Defaults are merged in as trees, so that every value keeps the place where it was written. */
final class EntryBinder {
    private static final int DEFAULT_TIMEOUT = 30;

    private final @Nullable YamlMapping defaults;
    private final @Nullable YamlNode cache;
    private final NoxSettings nox;
    private final Set<YamlNode> rejected;

    EntryBinder(@Nullable MappingReader defaults, @Nullable YamlNode cache, NoxSettings nox, Set<YamlNode> rejected) {
        this.defaults = defaults == null ? null : defaults.mapping();
        this.cache = cache;
        this.nox = nox;
        this.rejected = rejected;
    }

    Entry bind(YamlEntry entry) {
        boolean bound = entry.value() instanceof YamlMapping && !rejected.contains(entry.value());
        YamlMapping own = entry.value() instanceof YamlMapping mapping && bound
                ? mapping
                : new YamlMapping(entry.value().place(), true, Map.of());
        EntryKind kind = kind(new MappingReader(own, rejected));
        YamlMapping effective = effective(own, kind);
        MappingReader fields = new MappingReader(effective, rejected);
        Listing listing = listing(fields, entry.key());
        EntrySource source = new EntrySource(
                keys(own),
                ExpressionTexts.ofSession(effective, kind, rejected),
                !bound || hasFault(own) || (defaults != null && hasFault(defaults)));
        return switch (kind) {
            case META -> new Meta(listing, source, references(fields, "members"));
            case HELPER -> new Helper(listing, source);
            case NOX -> work(listing, source, fields, noxCall(fields, listing.name()), List.of(nox.python()));
            case COMMAND -> work(listing, source, fields, command(fields, listing.name()), List.of());
        };
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

    /** @param python the interpreters where the entry names none */
    private Work work(
            Listing listing, EntrySource source, MappingReader fields, Call call, List<Located<String>> python) {
        List<Located<String>> pythons = fields.texts("python");
        YamlNode runsOn = fields.node("runs-on");
        List<Runner> runners =
                runsOn == null ? fields.items("os").stream().map(this::runner).toList() : List.of(runner(runsOn));
        return new Work(
                listing,
                source,
                references(fields, "needs"),
                new Axes(pythons.isEmpty() ? python : pythons, parameters(fields), runners),
                List.of(call),
                job(fields, call, listing.name().place()));
    }

    private static List<Located<Reference>> references(MappingReader fields, String key) {
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
        boolean command = own.mapping().get("run") != null || defaults != null && defaults.get("run") != null;
        return command ? EntryKind.COMMAND : EntryKind.NOX;
    }

    private boolean hasFault(YamlMapping mapping) {
        return mapping.entries().values().stream()
                .anyMatch(entry -> rejected.contains(entry.value()) || rejected.contains(entry.key()));
    }

    private YamlMapping effective(YamlMapping own, EntryKind kind) {
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
        if (cache != null && SessionKey.CACHE.isTakenBy(kind)) {
            String name = SessionKey.CACHE.key();
            YamlEntry top = new YamlEntry(new YamlScalar(cache.place(), name, ScalarType.STRING, true), cache);
            entries.merge(name, top, (mine, theirs) -> meet(SessionKey.CACHE, mine, theirs));
        }
        return new YamlMapping(own.place(), own.flow(), entries);
    }

    /** What becomes of a session's own value and the default. */
    private static YamlEntry meet(SessionKey key, YamlEntry own, YamlEntry theirs) {
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
                    Stream.concat(a.items().stream(), b.items().stream()).toList());
        }
        return new YamlEntry(own.key(), value);
    }

    private static Listing listing(MappingReader fields, YamlScalar key) {
        Located<String> file = fields.text("file");
        Located<String> notes = fields.text("notes");
        Located<String> duration = fields.text("duration");
        Integer seconds = fields.whole("duration");
        Map<String, Located<String>> tags = new LinkedHashMap<>();
        fields.texts("tags").forEach(tag -> tags.putIfAbsent(tag.value(), tag));
        return new Listing(
                new Located<>(key.text(), key.place()),
                fields.textOr("purpose", "", key.place()),
                List.copyOf(tags.values()),
                file == null ? null : file.value(),
                notes == null ? null : notes.value(),
                seconds == null && duration != null ? Integer.valueOf(Duration.seconds(duration.value())) : seconds,
                fields.flag("ci"),
                fields.flag("parallel-safe"));
    }

    private static Call noxCall(MappingReader fields, Located<String> name) {
        boolean list = fields.node("python") instanceof YamlSequence;
        return new NoxCall(
                fields.textOr("session", name.value(), name.place()),
                switch (fields.textOr("python-by", list ? "name" : "job")) {
                    case "name" -> PythonBy.NAME;
                    case "force" -> PythonBy.FORCE;
                    default -> PythonBy.JOB;
                },
                fields.texts("posargs"),
                fields.text("venv-backend") == null);
    }

    private static Call command(MappingReader fields, Located<String> name) {
        boolean list = fields.node("python") instanceof YamlSequence;
        return new Command(fields.textOr("run", "", name.place()), list);
    }

    private static List<Located<String>> parameters(MappingReader fields) {
        MappingReader axes = fields.inside("parametrize");
        if (axes == null) {
            return fields.texts("parametrize");
        }
        List<Located<String>> rows = List.of();
        for (String name : axes.mapping().entries().keySet()) {
            List<Located<String>> values = axes.texts(name).stream()
                    .map(value -> new Located<>(name + "=" + PythonRepr.of(value.value()), value.place()))
                    .toList();
            rows = rows.isEmpty()
                    ? values
                    : rows.stream()
                            .flatMap(row -> values.stream()
                                    .map(v -> new Located<>(row.value() + ", " + v.value(), row.place())))
                            .toList();
        }
        return rows;
    }

    private static @Nullable CacheSettings cache(MappingReader session, Place place) {
        if (session.flag("cache") != null) {
            return null;
        }
        MappingReader cache = session.inside("cache");
        MappingReader fields =
                cache == null ? new MappingReader(new YamlMapping(place, true, Map.of()), Set.of()) : cache;
        List<Located<String>> hash = fields.texts("hash");
        return new CacheSettings(
                fields.textOr("path", ".nox", place),
                hash.isEmpty()
                        ? CacheSettings.DEFAULT_HASH.stream()
                                .map(pattern -> new Located<>(pattern, place))
                                .toList()
                        : hash,
                !hash.isEmpty(),
                fields.textOr("epoch", "1", place),
                switch (fields.textOr("refresh", "weekly")) {
                    case "daily" -> Refresh.DAILY;
                    case "never" -> Refresh.NEVER;
                    default -> Refresh.WEEKLY;
                },
                fields.flagOr("fallback", false));
    }

    private JobSettings job(MappingReader fields, Call call, Place place) {
        Integer timeout = fields.whole("timeout-minutes");
        boolean cached = call instanceof NoxCall nox && nox.hasVenv();
        return new JobSettings(
                fields.mapping("env"),
                timeout == null ? DEFAULT_TIMEOUT : timeout,
                fields.flagOr("allow-failure", false),
                fields.text("if"),
                steps(fields, "before"),
                steps(fields, "after"),
                cached ? cache(fields, place) : null,
                passed(fields));
    }

    private static Map<String, YamlNode> passed(MappingReader fields) {
        Map<String, YamlNode> passed = new LinkedHashMap<>();
        for (SessionKey key : SessionKey.values()) {
            YamlNode value = key.goes() == Goes.JOB ? fields.node(key.key()) : null;
            if (value != null) {
                passed.put(key.key(), value);
            }
        }
        return passed;
    }

    private Runner runner(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            MappingReader fields = new MappingReader(mapping, rejected);
            Located<String> group = fields.text("group");
            return new Runner(
                    Located.values(fields.texts("labels")), group == null ? null : group.value(), true, node.place());
        }
        if (node instanceof YamlSequence list) {
            List<String> labels = list.items().stream()
                    .filter(item -> item instanceof YamlScalar)
                    .map(item -> ((YamlScalar) item).text())
                    .toList();
            return new Runner(labels, null, true, node.place());
        }
        return Runner.of(node instanceof YamlScalar scalar ? scalar.text() : "", node.place());
    }

    private List<StepSpec> steps(MappingReader fields, String key) {
        return fields.items(key).stream()
                .filter(item -> item instanceof YamlMapping)
                .map(item -> {
                    MappingReader step = new MappingReader((YamlMapping) item, rejected);
                    return new StepSpec(step.mapping(), step.text("id"), step.text("uses"));
                })
                .toList();
    }
}
