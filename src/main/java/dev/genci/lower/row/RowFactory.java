package dev.genci.lower.row;

import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Call;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.Runner;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a session on one target: its invocations on each of its runners. */
public final class RowFactory {
    /** Of a session's name or a runner's label; the rest of a key needs less than 212. */
    private static final int LONGEST_IN_KEY = 150;

    private final TargetSettings target;
    private final List<Diagnostic> diagnostics;

    /** @param diagnostics gets what is found */
    public RowFactory(TargetSettings target, List<Diagnostic> diagnostics) {
        this.target = target;
        this.diagnostics = diagnostics;
    }

    /** The rows; none when the target has no runner for it. */
    public List<Row> rows(Work work, List<Invocation> invocations) {
        List<Runner> runners = runners(work);
        List<Row> rows = new ArrayList<>();
        for (Invocation invocation : invocations) {
            checkKey(work, invocation, runners);
            RowNames names = new RowNames(invocation);
            for (Runner runner : runners) {
                RowText name = runners.size() == 1 ? names.name() : names.nameOn(runner);
                rows.add(new Row(name, names.session(), runner, fields(work, invocation, runner, name)));
            }
        }
        return rows;
    }

    private static Map<RowField, Value> fields(Work work, Invocation invocation, Runner runner, RowText name) {
        Map<RowField, Value> fields = new EnumMap<>(RowField.class);
        String python = invocation.python();
        Call call = work.call();
        String posargs = call.hasEvaluatedPosargs() ? "" : String.join("\n", Located.values(call.posargs()));
        fields.put(RowField.NAME, Value.of(name.text()));
        fields.put(RowField.SESSION, Value.of(invocation.selector()));
        fields.put(RowField.PYTHON, Value.of(python == null ? "" : python));
        fields.put(RowField.OS, RunsOn.value(runner));
        fields.put(RowField.RUNNER_WORD, Value.of(runner.word()));
        fields.put(RowField.POSARGS, Value.of(posargs));
        fields.put(RowField.TIMEOUT_MINUTES, Value.of(work.job().timeout()));
        return fields;
    }

    /** What varies in a cache key: GitHub takes 512 characters and no comma. */
    private void checkKey(Work work, Invocation invocation, List<Runner> runners) {
        if (!(work.call() instanceof NoxCall nox) || work.job().cache() == null) {
            return;
        }
        int length =
                URLEncoder.encode(invocation.selector(), StandardCharsets.UTF_8).length();
        if (length > LONGEST_IN_KEY) {
            diagnostics.add(Diagnostic.of(
                            RuleId.CACHE_KEY,
                            longest(nox.session(), work, invocation).place(),
                            "the name is too long for a cache key: " + length + " characters, at most "
                                    + LONGEST_IN_KEY)
                    .help("shorten it, or turn the cache off: cache: false"));
        }
        for (Runner runner : runners) {
            // What an expression gives is not known before the workflow runs.
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

    /** The word that makes the most of a name. */
    private static Located<String> longest(Located<String> session, Work work, Invocation invocation) {
        Located<String> longest = session;
        for (Located<String> parameter : work.axes().parameters()) {
            boolean part = invocation.selector().contains(parameter.value());
            longest = part && parameter.value().length() > longest.value().length() ? parameter : longest;
        }
        return longest;
    }

    private List<Runner> runners(Work work) {
        List<Runner> asked = work.axes().runners();
        if (asked.isEmpty()) {
            if (!target.runners().containsKey(TargetSettings.USUAL_RUNNER)) {
                return List.of(target.runner());
            }
            asked = List.of(Runner.of(TargetSettings.USUAL_RUNNER, target.place()));
        }
        List<Runner> runners = new ArrayList<>();
        for (Runner runner : asked) {
            Runner mapped = target.mapped() ? mapped(work, runner) : runner;
            if (mapped == null) {
                continue;
            }
            if (runners.stream().anyMatch(mapped::isSame)) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        runner.place(),
                        "\"" + work.name() + "\" runs only once on \"" + mapped.word() + "\" at the target \""
                                + target.id() + "\": several of its labels are mapped to it"));
            } else {
                runners.add(mapped);
            }
        }
        return runners;
    }

    private @Nullable Runner mapped(Work work, Runner runner) {
        List<String> labels = new ArrayList<>();
        Place place = runner.place();
        for (String label : runner.labels()) {
            Located<List<String>> own = target.runners().get(label);
            if (own == null) {
                diagnostics.add(Diagnostic.of(
                                RuleId.UNKNOWN_RUNNER,
                                runner.place(),
                                "the target \"" + target.id() + "\" has no runner for \"" + label + "\"")
                        .related(target.place(), "the map of runners is here")
                        .suggest(label, target.runners().keySet()));
                return null;
            }
            if (own.value().isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        own.place(),
                        "\"" + work.name() + "\" does not run on \"" + label + "\" at the target \"" + target.id()
                                + "\""));
                return null;
            }
            labels.addAll(own.value());
            place = own.place();
        }
        return new Runner(labels, runner.group(), runner.list(), place);
    }
}
