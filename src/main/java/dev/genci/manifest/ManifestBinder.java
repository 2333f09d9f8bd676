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

    /** The name of the final job when the manifest gives it none. */
    private static final String FINAL_JOB = "ci-ok";

    private final SourceFile file;
    private final MappingReader root;
    private final Set<YamlNode> rejected;

    private ManifestBinder(SourceFile file, YamlMapping root, Set<YamlNode> rejected) {
        this.file = file;
        this.root = new MappingReader(root, rejected);
        this.rejected = rejected;
    }

    /** The manifest; {@code null} when the tree is not even a mapping. */
    public static @Nullable Manifest bind(CheckedTree checked) {
        return checked.tree().root() instanceof YamlMapping root
                ? new ManifestBinder(checked.tree().file(), root, checked.rejected()).manifest()
                : null;
    }

    private Manifest manifest() {
        Place start = Place.start(file);
        NoxSettings nox = nox(start);
        return new Manifest(
                file,
                workflow(start),
                new TargetBinder(rejected).targets(root.inside("targets"), start),
                defaultKeys(),
                nox,
                pins(),
                strictPins(),
                ExpressionTexts.ofTop(root.mapping(), rejected),
                entries(nox),
                jobs());
    }

    private Workflow workflow(Place start) {
        return new Workflow(
                root.textOr("name", "CI", start),
                root.text("run-name"),
                triggers(root.node("on")),
                root.mapping("env"),
                root.mapping("permissions"),
                concurrency(),
                root.flag("concurrency") == null ? null : place("concurrency"),
                finalJob(start));
    }

    private FinalJob finalJob(Place start) {
        MappingReader fields = root.inside("final-job");
        if (fields == null) {
            return new FinalJob(root.textOr("final-job", FINAL_JOB, start), null, null);
        }
        YamlNode runner = fields.node("runs-on");
        return new FinalJob(
                fields.textOr("name", FINAL_JOB, start),
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
                    jobs.put(name, binder.bind(entry));
                }
            });
        }
        return jobs;
    }

    private Map<String, Entry> entries(NoxSettings nox) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        YamlMapping all = root.mapping("sessions");
        if (all == null) {
            return entries;
        }
        EntryBinder binder = new EntryBinder(new EntryDefaults(root.mapping("defaults"), inherited()), nox, rejected);
        all.entries().forEach((name, entry) -> {
            if (!rejected.contains(entry.key())) {
                entries.put(name, binder.bind(entry));
            }
        });
        return entries;
    }
}
