package dev.genci.manifest;

import dev.genci.data.Pin;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds a checked tree to records. It reports nothing: rejected parts are skipped. */
public final class ManifestBinder {
    /** The only key of {@code pins} that is no action. */
    private static final String STRICT = "strict";

    /** What the name of the final job ends with when the manifest gives it none; it begins with the workflow's id. */
    private static final String FINAL_JOB = "-ok";

    private final SourceFile file;
    private final WorkflowView view;
    private final MappingReader root;
    private final Set<YamlNode> rejected;

    private ManifestBinder(SourceFile file, WorkflowView view, Set<YamlNode> rejected) {
        this.file = file;
        this.view = view;
        this.root = new MappingReader(view.root(), rejected);
        this.rejected = rejected;
    }

    /** The manifest as each of its workflows sees it, that of the top level first; none when the tree is no mapping. */
    public static List<Manifest> bind(CheckedTree checked) {
        if (!(checked.tree().root() instanceof YamlMapping root)) {
            return List.of();
        }
        List<ManifestBinder> binders = new ArrayList<>();
        for (WorkflowView view : WorkflowView.of(root, checked.rejected())) {
            binders.add(new ManifestBinder(checked.tree().file(), view, checked.rejected()));
        }
        Map<String, EntryBinder> entries = new LinkedHashMap<>();
        binders.forEach(each -> entries.put(each.id(), each.entryBinder()));
        return AllWorkflows.together(
                binders.stream().map(each -> each.manifest(entries)).toList());
    }

    private String id() {
        return view.id().value();
    }

    private Manifest manifest(Map<String, EntryBinder> binders) {
        Place start = Place.start(file);
        return new Manifest(
                file,
                workflow(start),
                AllWorkflows.UNKNOWN,
                new TargetBinder(rejected).targets(root.inside("targets"), view, start),
                defaultKeys(),
                nox(start),
                pins(),
                strictPins(),
                root.flagOr(TopKey.SELF_CHECK.key(), false) ? place(TopKey.SELF_CHECK.key()) : null,
                ExpressionTexts.ofTop(view, rejected),
                entries(binders),
                jobs());
    }

    private Workflow workflow(Place start) {
        return new Workflow(
                view.id(),
                root.textOr("name", id().equals(Workflow.TOP) ? "CI" : id(), start),
                root.text("run-name"),
                triggers(root.node("on")),
                root.mapping("env"),
                root.mapping("permissions"),
                concurrency(),
                root.flag("concurrency") == null ? null : place("concurrency"),
                finalJob(start));
    }

    private @Nullable FinalJob finalJob(Place start) {
        if (root.flag("final-job") != null) {
            return null;
        }
        MappingReader fields = root.inside("final-job");
        if (fields == null) {
            return new FinalJob(root.textOr("final-job", id() + FINAL_JOB, start), null, null);
        }
        YamlNode runner = fields.node("runs-on");
        return new FinalJob(
                fields.textOr("name", id() + FINAL_JOB, start),
                fields.text("title"),
                runner == null ? null : new RunnerBinder(rejected).bind(runner));
    }

    private @Nullable YamlNode concurrency() {
        return root.flag("concurrency") == null ? root.node("concurrency") : null;
    }

    private Map<String, Place> defaultKeys() {
        Map<String, Place> keys = new LinkedHashMap<>();
        YamlMapping defaults = root.mapping("defaults");
        if (defaults != null) {
            defaults.entries().forEach((key, entry) -> keys.put(key, entry.key().place()));
        }
        return keys;
    }

    private @Nullable Place place(String key) {
        YamlEntry entry = root.mapping().entries().get(key);
        return entry == null ? null : entry.key().place();
    }

    /** {@code on} may be a name, a list of names or a mapping; all become a mapping. */
    private static @Nullable YamlMapping triggers(@Nullable YamlNode node) {
        if (node == null || node instanceof YamlMapping) {
            return (YamlMapping) node;
        }
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        List<YamlNode> names = node instanceof YamlSequence list ? list.items() : List.of(node);
        for (YamlNode name : names) {
            if (name instanceof YamlScalar scalar) {
                YamlScalar nothing = new YamlScalar(scalar.place(), "", ScalarType.NULL, true);
                entries.put(scalar.text(), new YamlEntry(scalar, nothing));
            }
        }
        return new YamlMapping(node.place(), false, entries);
    }

    private NoxSettings nox(Place start) {
        MappingReader nox = root.inside("nox");
        MappingReader fields = nox == null ? new MappingReader(new YamlMapping(start, false, Map.of()), rejected) : nox;
        Located<String> backend = fields.text("default-venv-backend");
        return new NoxSettings(
                fields.textOr("version", NoxSettings.DEFAULT_VERSION, start),
                fields.texts("packages"),
                fields.textOr("python", NoxSettings.DEFAULT_PYTHON, start),
                backend == null ? null : backend.value(),
                fields.texts("args"),
                useless(fields.mapping()));
    }

    /** The keys that say what is installed, where the project brings its own nox. */
    private static List<Located<String>> useless(YamlMapping nox) {
        boolean own = nox.get(NoxKey.COMMAND.key()) != null
                || nox.get(NoxKey.SETUP.key()) instanceof YamlSequence steps
                        && !steps.items().isEmpty();
        return !own
                ? List.of()
                : Stream.of("version", "packages")
                        .map(nox.entries()::get)
                        .flatMap(Stream::ofNullable)
                        .map(entry ->
                                new Located<>(entry.key().text(), entry.key().place()))
                        .toList();
    }

    private Map<String, Located<Pin>> pins() {
        Map<String, Located<Pin>> pins = new LinkedHashMap<>();
        MappingReader fields = root.inside("pins");
        if (fields != null) {
            for (String action : fields.mapping().entries().keySet()) {
                Located<String> text = action.equals(STRICT) ? null : fields.text(action);
                int hash = text == null ? -1 : text.value().indexOf(" # ");
                if (text != null && hash > 0) {
                    Pin pin = new Pin(
                            text.value().substring(0, hash), text.value().substring(hash + 3));
                    pins.put(action, new Located<>(pin, text.place()));
                }
            }
        }
        return pins;
    }

    /** What stands at the top and means every session. */
    private Map<SessionKey, YamlNode> inherited() {
        Map<SessionKey, YamlNode> inherited = new EnumMap<>(SessionKey.class);
        for (SessionKey key : List.of(SessionKey.PERMISSIONS, SessionKey.CACHE)) {
            YamlNode value = root.node(key.key());
            if (value != null) {
                inherited.put(key, value);
            }
        }
        YamlMapping nox = root.mapping(SessionKey.NOX.key());
        if (nox != null) {
            Map<String, YamlEntry> own = new LinkedHashMap<>(nox.entries());
            own.keySet().removeIf(name -> !NoxKey.has(name));
            if (!own.isEmpty()) {
                inherited.put(SessionKey.NOX, new YamlMapping(nox.place(), nox.flow(), own));
            }
        }
        return inherited;
    }

    private boolean strictPins() {
        MappingReader fields = root.inside("pins");
        return fields != null && fields.flagOr(STRICT, false);
    }

    private Map<String, PassedJob> jobs() {
        Map<String, PassedJob> jobs = new LinkedHashMap<>();
        YamlMapping all = root.mapping("jobs");
        if (all != null) {
            JobBinder binder = new JobBinder(rejected);
            all.entries().forEach((name, entry) -> {
                if (!rejected.contains(entry.key())) {
                    jobs.put(name, binder.bind(entry, id()));
                }
            });
        }
        return jobs;
    }

    private EntryBinder entryBinder() {
        EntryDefaults defaults = new EntryDefaults(root.mapping("defaults"), inherited());
        return new EntryBinder(defaults, nox(Place.start(file)), rejected);
    }

    /** An entry of other workflows has the defaults of the first of them. */
    private EntryBinder binderOf(YamlEntry entry, Map<String, EntryBinder> binders) {
        List<Located<String>> workflows = entry.value() instanceof YamlMapping own
                ? new MappingReader(own, rejected).texts(SessionKey.WORKFLOW.key())
                : List.of();
        Membership membership = new Membership(workflows, false);
        EntryBinder found = membership.ids().contains(id()) ? binders.get(id()) : null;
        for (String id : membership.ids()) {
            found = found == null ? binders.get(id) : found;
        }
        return found == null ? entryBinder() : found;
    }

    private Map<String, Entry> entries(Map<String, EntryBinder> binders) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        YamlMapping all = root.mapping("sessions");
        if (all == null) {
            return entries;
        }
        all.entries().forEach((name, entry) -> {
            if (!rejected.contains(entry.key())) {
                entries.put(name, binderOf(entry, binders).bind(entry, id()));
            }
        });
        return entries;
    }
}
