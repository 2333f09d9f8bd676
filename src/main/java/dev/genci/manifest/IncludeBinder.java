package dev.genci.manifest;

import dev.genci.manifest.RowPattern.AxisValue;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@code include}, as Actions reads it: an item whose values match rows brings them its other keys; one that matches none is a
 * row of its own. The rows to which the same items bring something are a part, bound as if its entry said what the items say.
 */
final class IncludeBinder {
    /** As many rows as the analysis looks at. */
    private static final int MOST_ROWS = 100_000;

    /** What an item can bring, besides its values on the entry's axes. */
    static final Set<SessionKey> BRINGS = Set.of(
            SessionKey.PYTHON,
            SessionKey.OS,
            SessionKey.RUNS_ON,
            SessionKey.POSARGS,
            SessionKey.ENV,
            SessionKey.TIMEOUT_MINUTES,
            SessionKey.ALLOW_FAILURE,
            SessionKey.CONTAINER,
            SessionKey.SERVICES,
            SessionKey.TITLE,
            SessionKey.COMMENT);

    private final Work entry;
    private final YamlMapping effective;
    private final NoxSettings nox;
    private final Set<YamlNode> rejected;
    private final Set<String> axes = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();

    /** A part before it is bound: what its items say over what the entry says. */
    private record Draft(YamlMapping mapping, Axes axes, boolean own) {}

    private record Item(
            YamlMapping mapping, RowPattern values, Map<SessionKey, YamlEntry> brings, List<Located<String>> unknown) {}

    /**
     * For one entry.
     *
     * @param entry bound without its items
     * @param effective the entry with its defaults
     */
    IncludeBinder(Work entry, YamlMapping effective, NoxSettings nox, Set<YamlNode> rejected) {
        this.entry = entry;
        this.effective = effective;
        this.nox = nox;
        this.rejected = rejected;
        if (effective.get(SessionKey.PYTHON.key()) instanceof YamlSequence) {
            axes.add(SessionKey.PYTHON.key());
        }
        for (Located<String> row :
                entry.axes().parameters().stream().limit(MOST_ROWS).toList()) {
            Parameters.of(row.value()).forEach(parameter -> axes.add(parameter.name()));
        }
        entry.axes().own().forEach(axis -> axes.add(axis.name().value()));
        if (effective.get(SessionKey.OS.key()) != null) {
            axes.add(SessionKey.OS.key());
        }
    }

    Work bind() {
        MappingReader fields = new MappingReader(effective, rejected);
        for (YamlNode item : fields.items(SessionKey.INCLUDE.key())) {
            if (item instanceof YamlMapping mapping) {
                items.add(item(mapping));
            }
        }
        List<RowPattern> patterns = items.stream().map(Item::values).toList();
        Map<BitSet, Integer> kinds = new LinkedHashMap<>();
        BitSet matched = new BitSet();
        if (!axes.isEmpty() && entry.axes().rows() <= MOST_ROWS) {
            for (Invocation invocation : Invocation.of(entry)) {
                for (@Nullable Runner runner : runners()) {
                    if (entry.axes().has(invocation, runner)) {
                        BitSet matching = matching(patterns, invocation, runner);
                        matched.or(matching);
                        kinds.merge(matching, 1, Integer::sum);
                    }
                }
            }
        }
        List<IncludedItem> found = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        kinds.keySet().forEach(kind -> drafts.add(some(patterns, kind)));
        for (int i = 0; i < items.size(); i++) {
            IncludedItem told = told(items.get(i), matched.get(i));
            found.add(told);
            if (told.isSound() && !matched.get(i)) {
                drafts.add(one(items.get(i)));
            }
        }
        List<YamlMapping> rows = drafts.stream().map(Draft::mapping).toList();
        List<Located<String>> replaced = ReplacedKeys.of(entry, effective, axes, found, rows);
        return entry.with(found, replaced, bound(drafts));
    }

    private List<@Nullable Runner> runners() {
        List<@Nullable Runner> runners = new ArrayList<>(entry.axes().runners());
        if (runners.isEmpty()) {
            runners.add(null);
        }
        return runners;
    }

    private static BitSet matching(List<RowPattern> patterns, Invocation invocation, @Nullable Runner runner) {
        BitSet matching = new BitSet();
        for (int i = 0; i < patterns.size(); i++) {
            matching.set(i, patterns.get(i).matches(invocation, runner));
        }
        return matching;
    }

    private Item item(YamlMapping mapping) {
        List<AxisValue> values = new ArrayList<>();
        for (AxisValue value : new WorkBinder(
                        new MappingReader(mapping, rejected), entry.listing().name(), rejected)
                .values(mapping)) {
            if (axes.contains(value.axis().value())) {
                values.add(value);
            }
        }
        Map<SessionKey, YamlEntry> brings = new LinkedHashMap<>();
        List<Located<String>> unknown = new ArrayList<>();
        mapping.entries().forEach((name, value) -> {
            SessionKey key = SessionKey.of(name);
            if (rejected.contains(value.value()) || axes.contains(name)) {
                return;
            }
            boolean otherRunner = key == SessionKey.RUNS_ON && axes.contains(SessionKey.OS.key());
            boolean none = key == SessionKey.POSARGS && entry.kind() != EntryKind.NOX;
            if (key == null || !BRINGS.contains(key) || otherRunner || none) {
                unknown.add(new Located<>(name, value.key().place()));
            } else {
                brings.put(key, value);
            }
        });
        return new Item(mapping, new RowPattern(values, mapping.place()), brings, unknown);
    }

    private IncludedItem told(Item item, boolean matches) {
        List<String> lacking = new ArrayList<>();
        boolean written = false;
        if (!matches) {
            lacking.addAll(axes);
            item.values().values().forEach(value -> lacking.remove(value.axis().value()));
            written = effective.get(SessionKey.PARAMETRIZE.key()) instanceof YamlSequence;
        }
        return new IncludedItem(
                item.mapping().place(),
                item.unknown(),
                lacking,
                written,
                matches && item.brings().isEmpty() && item.unknown().isEmpty());
    }

    /** The rows of the entry that match the same items. */
    private Draft some(List<RowPattern> patterns, BitSet matching) {
        YamlMapping mapping = effective;
        for (int i : matching.stream().toArray()) {
            mapping = with(mapping, items.get(i).brings());
        }
        Axes read = binder(mapping, false).axes(usual());
        Axes.Part part = new Axes.Part(patterns, matching, List.of(), false);
        return new Draft(mapping, entry.axes().brought(read, part), false);
    }

    /** A row of its own. */
    private Draft one(Item item) {
        Map<String, AxisValue> values = new LinkedHashMap<>();
        item.values().values().forEach(value -> values.put(value.axis().value(), value));
        Map<SessionKey, YamlEntry> own = new LinkedHashMap<>(item.brings());
        for (SessionKey key : List.of(SessionKey.PYTHON, SessionKey.OS)) {
            YamlEntry said = item.mapping().entries().get(key.key());
            if (said != null) {
                own.put(key, said);
            }
        }
        YamlMapping mapping = with(effective, own);
        Axes read = binder(mapping, false).axes(usual());
        List<Axes.Own> axes = entry.axes().own().stream()
                .map(axis -> new Axes.Own(
                        axis.name(), List.of(value(values, axis.name().value()))))
                .toList();
        Axes.Part part = new Axes.Part(List.of(), new BitSet(), List.of(), false);
        return new Draft(
                mapping,
                new Axes(read.pythons(), read.pythonFile(), parameters(values), axes, read.runners(), List.of(), part),
                true);
    }

    private static Located<String> value(Map<String, AxisValue> values, String axis) {
        return Objects.requireNonNull(values.get(axis), axis).value();
    }

    private List<Located<String>> parameters(Map<String, AxisValue> values) {
        if (!(effective.get(SessionKey.PARAMETRIZE.key()) instanceof YamlMapping names)) {
            return List.of();
        }
        List<List<Located<String>>> all = new ArrayList<>();
        for (String name : names.entries().keySet()) {
            Located<String> value = value(values, name);
            all.add(List.of(new Located<>(name + "=" + PythonRepr.of(value.value()), value.place())));
        }
        return List.copyOf(new Combinations(all));
    }

    /** A mapping with what items bring; variables are merged. */
    private static YamlMapping with(YamlMapping mapping, Map<SessionKey, YamlEntry> brings) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>(mapping.entries());
        brings.forEach((key, value) -> {
            if (key == SessionKey.OS || key == SessionKey.RUNS_ON) {
                entries.remove(SessionKey.OS.key());
                YamlScalar word =
                        new YamlScalar(value.key().place(), SessionKey.RUNS_ON.key(), ScalarType.STRING, true);
                entries.put(SessionKey.RUNS_ON.key(), new YamlEntry(word, value.value()));
            } else {
                entries.merge(key.key(), value, (old, own) -> EntryDefaults.meet(key, own, old));
            }
        });
        return new YamlMapping(mapping.place(), mapping.flow(), entries);
    }

    private List<Work> bound(List<Draft> drafts) {
        Map<String, Located<String>> pythons = new LinkedHashMap<>();
        Set<String> runners = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            draft.axes().pythons().forEach(python -> pythons.putIfAbsent(python.value(), python));
            draft.axes().runners().forEach(runner -> runners.add(runner.word()));
            if (draft.axes().runners().isEmpty()) {
                runners.add("");
            }
        }
        boolean list = pythons.size() > 1 || axes.contains(SessionKey.PYTHON.key());
        List<Work> parts = new ArrayList<>();
        for (Draft draft : drafts) {
            Axes own = draft.axes();
            Axes.Part part = own.part();
            Axes.Part whole = new Axes.Part(
                    part == null ? List.of() : part.items(),
                    part == null ? new BitSet() : part.matching(),
                    List.copyOf(pythons.values()),
                    runners.size() > 1);
            parts.add(work(draft.mapping(), own.with(whole), list));
        }
        return parts;
    }

    private Work work(YamlMapping mapping, Axes axes, boolean list) {
        WorkBinder binder = binder(mapping, list);
        Call call = binder.call(entry.kind());
        Map<String, YamlEntry> texts = new LinkedHashMap<>(mapping.entries());
        texts.remove(SessionKey.INCLUDE.key());
        YamlMapping said = new YamlMapping(mapping.place(), mapping.flow(), texts);
        EntrySource source = new EntrySource(
                entry.source().keys(),
                ExpressionTexts.ofSession(said, entry.kind(), rejected),
                entry.source().incomplete());
        Listing listing = entry.listing().with(new MappingReader(mapping, rejected).text(SessionKey.COMMENT.key()));
        return new Work(listing, source, entry.needs(), axes, call, binder.job(call), List.of(), List.of(), List.of());
    }

    private WorkBinder binder(YamlMapping mapping, boolean list) {
        return new WorkBinder(
                new MappingReader(mapping, rejected), entry.listing().name(), rejected, list);
    }

    private List<Located<String>> usual() {
        return entry.kind() == EntryKind.COMMAND ? List.of() : List.of(nox.python());
    }
}
