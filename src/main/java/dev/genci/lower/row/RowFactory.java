package dev.genci.lower.row;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.lower.row.Runners.Choice;
import dev.genci.manifest.Call;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.RowValues;
import dev.genci.manifest.Runner;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.yaml.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a session on one target: its invocations on each of its runners. */
public final class RowFactory {
    /** Of a session's name or a runner's label; the rest of a key needs less than 212. */
    private static final int LONGEST_IN_KEY = 150;

    private final Runners runners;
    private final InterpreterSource interpreters;
    private final TargetSettings target;
    private final List<Diagnostic> diagnostics;
    private final Set<String> artifacts = new HashSet<>();

    /** @param diagnostics gets what is found */
    public RowFactory(TargetSettings target, List<Diagnostic> diagnostics) {
        this.runners = new Runners(target, diagnostics);
        this.interpreters = target.interpreters();
        this.target = target;
        this.diagnostics = diagnostics;
    }

    /** Where a job of the manifest runs; absent when the target has no runner for it. */
    public @Nullable Runner runner(PassedJob job) {
        return runners.only(job.name(), job.runsOn());
    }

    /** The rows; none when the target has no runner for it. */
    public List<Row> rows(Work work, List<Invocation> invocations) {
        boolean evaluated = work.axes().runners().stream().anyMatch(Runner::evaluated);
        boolean reads = work.source().readsRow();
        boolean filled = evaluated && reads;
        List<Choice> same = filled ? List.of() : runners.of(work, null);
        boolean some = work.axes().isSelection();
        Map<RowField, Value> variables = variables(work);
        List<Row> rows = new ArrayList<>();
        for (Invocation invocation : invocations) {
            List<Choice> choices = filled || some ? runners.of(work, invocation) : same;
            // What is excluded changes no name of another row.
            int usual = !filled ? same.size() : some ? work.axes().runners().size() : choices.size();
            boolean part = work.axes().part() != null;
            checkKey(work, invocation, choices);
            String python = python(work, invocation);
            RowNames names = new RowNames(invocation, python);
            for (Choice choice : choices) {
                Runner runner = choice.here();
                Runner asked = choice.asked();
                // A target may call the runners of several parts by one name.
                boolean several = part ? asked != null && work.axes().isOnSeveral() : usual > 1;
                String word = asked == null ? "" : asked.word();
                boolean named = !part || word.equals(runner.word());
                RowText name = !several ? names.name() : named ? names.nameOn(runner) : names.nameWith(word);
                Map<RowField, Value> fields = fields(work, invocation, python, runner, name);
                fields.putAll(variables);
                RowText title = null;
                Map<String, String> values = reads ? RowValues.of(work, invocation, asked, name.text()) : Map.of();
                values.forEach((field, value) -> fields.put(RowField.read(field), Value.of(value)));
                Located<String> ownTitle = work.title();
                if (ownTitle != null) {
                    title = names.title(ownTitle.value(), name, values);
                    fields.put(KnownField.TITLE, Value.of(title.text()));
                }
                RowText artifact = name;
                if (work.job().leavesArtifacts()) {
                    artifact = artifact(name, names.session());
                    fields.put(KnownField.ARTIFACT, Value.of(artifact.text()));
                }
                rows.add(new Row(title, name, artifact, names.session(), runner, fields));
            }
        }
        return rows;
    }

    /** A name that every store of artifacts takes, and that no other row has: nox's own if it is one. */
    private RowText artifact(RowText name, RowText session) {
        boolean own = name.text().equals(session.text()) && FileNames.isArtifact(name.text());
        RowText artifact = own ? name : name.asFileName();
        String text = artifact.text();
        for (int i = 2; !artifacts.add(artifact.text()); i++) {
            artifact = new RowText(List.of(new RowText.Part.Fixed(text + "-" + i)));
        }
        return artifact;
    }

    /** The interpreter to set up. uv has another word for the newest one than setup-python. */
    private @Nullable String python(Work work, Invocation invocation) {
        String python = invocation.python();
        boolean newest = Invocation.NEWEST.equals(python);
        return newest && work.interpreters(interpreters) == InterpreterSource.UV ? "3" : python;
    }

    private static Map<RowField, Value> fields(
            Work work, Invocation invocation, @Nullable String python, Runner runner, RowText name) {
        Map<RowField, Value> fields = new LinkedHashMap<>();
        Call call = work.call();
        String posargs = call.hasEvaluatedPosargs() ? "" : String.join("\n", Located.values(call.posargs()));
        Value called = Value.of(name.text());
        fields.put(KnownField.TITLE, called);
        fields.put(KnownField.NAME, called);
        fields.put(KnownField.SESSION, Value.of(invocation.selector()));
        fields.put(KnownField.PYTHON, Value.of(python == null ? "" : python));
        fields.put(KnownField.OS, RunsOn.value(runner));
        fields.put(KnownField.RUNNER_WORD, Value.of(runner.word()));
        fields.put(KnownField.POSARGS, Value.of(posargs));
        fields.put(KnownField.TIMEOUT_MINUTES, Value.of(work.job().timeout().value()));
        return fields;
    }

    /** The variables that are no expressions: what a matrix may contain. */
    private static Map<RowField, Value> variables(Work work) {
        Map<RowField, Value> variables = new LinkedHashMap<>();
        Values.texts(work.job().env()).fields().forEach((name, value) -> {
            if (!Row.isEvaluated(value)) {
                variables.put(new RowField.Variable(name), value);
            }
        });
        return variables;
    }

    /** The part of a cache key that varies: GitHub accepts 512 characters and no comma. */
    private void checkKey(Work work, Invocation invocation, List<Choice> choices) {
        if (!target.caches(work.job())) {
            return;
        }
        int length = lengthInKey(invocation.selector());
        if (length > LONGEST_IN_KEY) {
            Located<String> name = work.call() instanceof NoxCall nox
                    ? nox.session()
                    : work.listing().name();
            diagnostics.add(Diagnostic.of(
                            RuleId.CACHE_KEY,
                            longest(name, work, invocation).place(),
                            "the name is too long for a cache key: " + length + " characters, at most "
                                    + LONGEST_IN_KEY)
                    .help("shorten it, or turn the cache off: cache: false"));
        }
        for (Choice choice : choices) {
            Runner runner = choice.here();
            // The value of an expression is not known before the workflow runs.
            if (runner.evaluated()) {
                continue;
            }
            if (runner.word().contains(",") || runner.word().length() > LONGEST_IN_KEY) {
                diagnostics.add(Diagnostic.of(
                                RuleId.CACHE_KEY,
                                runner.place(),
                                "the label \"" + runner.word() + "\" cannot be part of a cache key")
                        .help("use a label without a comma, or turn the cache off: cache: false"));
            }
        }
    }

    /** How long a text becomes in a key, or at least could. */
    private static int lengthInKey(String text) {
        // A character takes nine at most. To count them exactly costs much, and hardly any name needs it.
        int most = 9 * text.length();
        return most <= LONGEST_IN_KEY
                ? most
                : URLEncoder.encode(text, StandardCharsets.UTF_8).length();
    }

    /** The word that makes the most of a name. */
    private static Located<String> longest(Located<String> session, Work work, Invocation invocation) {
        Located<String> longest = session;
        for (Located<String> parameter : work.axes().parameters()) {
            boolean part = invocation.selector().contains(parameter.value());
            longest = part && parameter.value().length() > longest.value().length() ? parameter : longest;
        }
        return longest;
    }
}
