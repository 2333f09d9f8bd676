package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Refresh;
import dev.genci.manifest.LogSettings.When;
import dev.genci.manifest.SessionKey.Goes;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the keys that only work has: its rows, its calls, and what surrounds them in a job. */
final class WorkBinder {
    private static final int DEFAULT_TIMEOUT = 30;

    private final MappingReader fields;
    private final Located<String> name;
    private final Set<YamlNode> rejected;
    private final boolean several;

    /** @param name of the entry */
    WorkBinder(MappingReader fields, Located<String> name, Set<YamlNode> rejected) {
        this(fields, name, rejected, false);
    }

    /** @param several whether the whole entry has several versions, which counts as a list of them */
    WorkBinder(MappingReader fields, Located<String> name, Set<YamlNode> rejected, boolean several) {
        this.fields = fields;
        this.name = name;
        this.rejected = rejected;
        this.several = several;
    }

    /** @param python the interpreters where the entry names none */
    Axes axes(List<Located<String>> python) {
        MappingReader inFile = fields.inside(SessionKey.PYTHON.key());
        Located<String> file = inFile == null ? null : inFile.text("file");
        List<Located<String>> pythons =
                file != null ? List.of() : fields.texts("python").isEmpty() ? python : fields.texts("python");
        RunnerBinder runner = new RunnerBinder(rejected);
        YamlNode runsOn = fields.node("runs-on");
        List<Runner> runners =
                runsOn == null ? fields.items("os").stream().map(runner::bind).toList() : List.of(runner.bind(runsOn));
        return new Axes(pythons, file, parameters(), own(), runners, excluded(), null);
    }

    Call call(EntryKind kind) {
        return kind == EntryKind.NOX ? noxCall() : kind == EntryKind.CALLS ? callList() : command();
    }

    private Call noxCall() {
        return new NoxCall(
                fields.textOr("session", name.value(), name.place()),
                pythonBy(),
                fields.texts("posargs"),
                fields.text("venv-backend") == null,
                start());
    }

    private PythonBy pythonBy() {
        return switch (fields.textOr(SessionKey.PYTHON_BY.key(), listsPython() ? "name" : "job")) {
            case "name" -> PythonBy.NAME;
            case "force" -> PythonBy.FORCE;
            default -> PythonBy.JOB;
        };
    }

    private boolean listsPython() {
        return several || fields.node("python") instanceof YamlSequence;
    }

    private Call callList() {
        PythonBy usual = pythonBy();
        return new CallList(
                new CallBinder(usual, rejected).bind(fields.items(SessionKey.CALLS.key())),
                start(),
                listsPython(),
                usual == PythonBy.FORCE ? fields.text(SessionKey.PYTHON_BY.key()) : null);
    }

    private NoxStart start() {
        MappingReader nox = fields.inside(SessionKey.NOX.key());
        return nox == null
                ? new NoxStart(null, List.of(), null)
                : new NoxStart(
                        nox.text(NoxKey.COMMAND.key()), steps(nox, NoxKey.SETUP.key()), nox.mapping(NoxKey.ENV.key()));
    }

    private Call command() {
        return new Command(fields.textOr("run", "", name.place()), listsPython());
    }

    private List<Located<String>> parameters() {
        MappingReader axes = fields.inside("parametrize");
        if (axes == null) {
            return fields.texts("parametrize");
        }
        List<List<Located<String>>> all = new ArrayList<>();
        for (String name : axes.mapping().entries().keySet()) {
            List<Located<String>> values = axes.texts(name).stream()
                    .map(value -> new Located<>(name + "=" + PythonRepr.of(value.value()), value.place()))
                    .toList();
            if (!values.isEmpty()) {
                all.add(values);
            }
        }
        return all.isEmpty() ? List.of() : new Combinations(all);
    }

    private List<Axes.Own> own() {
        YamlMapping matrix = fields.mapping(SessionKey.MATRIX.key());
        if (matrix == null) {
            return List.of();
        }
        MappingReader values = new MappingReader(matrix, rejected);
        List<Axes.Own> axes = new ArrayList<>();
        for (Located<String> axis : Located.keys(matrix)) {
            axes.add(new Axes.Own(axis, values.texts(axis.value())));
        }
        return axes;
    }

    private List<RowPattern> excluded() {
        List<RowPattern> patterns = new ArrayList<>();
        for (YamlNode item : fields.items(SessionKey.EXCLUDE.key())) {
            if (item instanceof YamlMapping mapping) {
                patterns.add(new RowPattern(values(mapping), item.place()));
            }
        }
        return patterns;
    }

    /** The values on axes of an item of {@code exclude} or {@code include}. */
    List<RowPattern.AxisValue> values(YamlMapping mapping) {
        MappingReader row = new MappingReader(mapping, rejected);
        List<RowPattern.AxisValue> values = new ArrayList<>();
        for (Located<String> axis : Located.keys(mapping)) {
            YamlNode node = row.node(axis.value());
            Located<String> text = row.text(axis.value());
            if (node != null && axis.value().equals(SessionKey.OS.key())) {
                Runner runner = new RunnerBinder(rejected).bind(node);
                values.add(new RowPattern.AxisValue(axis, new Located<>(runner.word(), node.place()), runner));
            } else if (text != null) {
                values.add(new RowPattern.AxisValue(axis, text, null));
            }
        }
        return values;
    }

    private @Nullable CacheSettings cache() {
        Place place = name.place();
        if (fields.flag("cache") != null) {
            return null;
        }
        MappingReader cache = fields.inside("cache");
        MappingReader settings =
                cache == null ? new MappingReader(new YamlMapping(place, true, Map.of()), Set.of()) : cache;
        List<Located<String>> hash = settings.texts("hash");
        return new CacheSettings(
                settings.text("path"),
                settings.textOr("mode", "venv"),
                settings.texts("also"),
                settings.textOr("save", "success"),
                hash.isEmpty()
                        ? CacheSettings.DEFAULT_HASH.stream()
                                .map(pattern -> new Located<>(pattern, place))
                                .toList()
                        : hash,
                !hash.isEmpty(),
                settings.textOr("epoch", "1", place),
                switch (settings.textOr("refresh", "weekly")) {
                    case "daily" -> Refresh.DAILY;
                    case "never" -> Refresh.NEVER;
                    default -> Refresh.WEEKLY;
                },
                settings.whereTrue("fallback"));
    }

    JobSettings job(Call call) {
        boolean cached = call.makesEnvironment();
        return new JobSettings(
                fields.text("title"),
                fields.text("job"),
                fields.mapping("env"),
                fields.wholeOr("timeout-minutes", DEFAULT_TIMEOUT, name.place()),
                fields.flagOr("allow-failure", false),
                fields.text("if"),
                paths(),
                fields.flagOr(SessionKey.FINAL.key(), true) ? null : fields.flag(SessionKey.FINAL.key()),
                fields.mapping("permissions"),
                fields.flagOr("fail-fast", true) ? fields.node("fail-fast") : null,
                InterpreterSource.of(fields.textOr(SessionKey.PYTHON_SETUP.key(), "")),
                fields.texts(SessionKey.EXTRA_PYTHONS.key()),
                steps(fields, "first"),
                checkOut(),
                steps(fields, "before"),
                steps(fields, "after"),
                new ArtifactBinder(rejected).bind(fields.inside("artifacts")),
                fields.text(SessionKey.SHELL.key()),
                new Location(
                        fields.text(SessionKey.WORKING_DIRECTORY.key()),
                        call.start() == null ? null : fields.text(SessionKey.NOXFILE.key())),
                log(),
                cached ? cache() : null,
                passed());
    }

    private @Nullable PathFilter paths() {
        for (SessionKey key : List.of(SessionKey.PATHS, SessionKey.PATHS_IGNORE)) {
            List<Located<String>> patterns = fields.texts(key.key());
            if (!patterns.isEmpty()) {
                return new PathFilter(key, patterns);
            }
        }
        return null;
    }

    private @Nullable LogSettings log() {
        boolean report = fields.flagOr(SessionKey.REPORT.key(), false);
        MappingReader log = fields.inside(SessionKey.LOG.key());
        if (log == null) {
            return report ? new LogSettings(null, null, true) : null;
        }
        Located<Integer> days = log.whole("retention-days");
        return new LogSettings(
                "always".equals(log.textOr("upload", "failure")) ? When.ALWAYS : When.FAILURE,
                days == null ? null : days.value(),
                report);
    }

    private @Nullable CheckOut checkOut() {
        if (fields.flag("checkout") != null) {
            return null;
        }
        YamlMapping inputs = fields.mapping("checkout");
        return new CheckOut(inputs == null ? new YamlMapping(name.place(), true, Map.of()) : inputs);
    }

    private Map<String, YamlNode> passed() {
        Map<String, YamlNode> passed = new LinkedHashMap<>();
        for (SessionKey key : SessionKey.values()) {
            YamlNode value = key.goes() == Goes.JOB ? fields.node(key.key()) : null;
            if (value != null && !takesBack(key, value)) {
                passed.put(key.key(), value);
            }
        }
        return passed.isEmpty() ? Map.of() : passed;
    }

    /** Whether it takes back what defaults say: an empty mapping, or false. */
    private boolean takesBack(SessionKey key, YamlNode value) {
        return value instanceof YamlMapping mapping ? mapping.entries().isEmpty() : fields.flag(key.key()) != null;
    }

    private List<StepSpec> steps(MappingReader from, String key) {
        return from.node(key) == null ? List.of() : StepSpec.of(from.items(key), rejected);
    }
}
