package dev.genci.lower;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a session on one target: its invocations on each of its runners. */
final class RowFactory {
    /** Of a session's name or a runner's label; the rest of a key needs less than 212. */
    private static final int LONGEST_IN_KEY = 150;

    private final TargetSettings target;
    private final List<Diagnostic> diagnostics;

    RowFactory(TargetSettings target, List<Diagnostic> diagnostics) {
        this.target = target;
        this.diagnostics = diagnostics;
    }

    /** The rows; none when the target has no runner for it. */
    List<Row> rows(Work session) {
        List<Runner> runners = runners(session);
        boolean several = runners.size() > 1;
        List<Row> rows = new ArrayList<>();
        for (Invocation invocation : Invocation.of(session)) {
            checkKey(session, invocation, runners);
            for (Runner runner : runners) {
                String name = invocation.name() + (several ? " (" + runner.word() + ")" : "");
                rows.add(new Row(name, invocation, runner));
            }
        }
        return rows;
    }

    /** What varies in a cache key: GitHub takes 512 characters and no comma. */
    private void checkKey(Work session, Invocation invocation, List<Runner> runners) {
        if (session.job().cache() == null) {
            return;
        }
        int length =
                URLEncoder.encode(invocation.selector(), StandardCharsets.UTF_8).length();
        if (length > LONGEST_IN_KEY) {
            diagnostics.add(Diagnostic.of(
                            RuleId.CACHE_KEY,
                            longest(session, invocation).place(),
                            "the name is too long for a cache key: " + length + " characters, at most "
                                    + LONGEST_IN_KEY)
                    .help("shorten it, or switch the cache off: cache: false"));
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
                        .help("use a label without a comma, or switch the cache off: cache: false"));
            }
        }
    }

    /** The word that makes the most of a name. */
    private static Located<String> longest(Work session, Invocation invocation) {
        Located<String> longest = session.call() instanceof NoxCall nox
                ? nox.session()
                : session.listing().name();
        for (Located<String> parameter : session.axes().parameters()) {
            boolean part = invocation.selector().contains(parameter.value());
            longest = part && parameter.value().length() > longest.value().length() ? parameter : longest;
        }
        return longest;
    }

    private List<Runner> runners(Work session) {
        List<Runner> asked = session.axes().runners();
        if (asked.isEmpty()) {
            if (!target.runners().containsKey(TargetSettings.USUAL_RUNNER)) {
                return List.of(target.runner());
            }
            asked = List.of(Runner.of(TargetSettings.USUAL_RUNNER, target.place()));
        }
        List<Runner> runners = new ArrayList<>();
        for (Runner runner : asked) {
            Runner mapped = target.mapped() ? mapped(session, runner) : runner;
            if (mapped == null) {
                continue;
            }
            if (runners.stream().anyMatch(mapped::isSame)) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        runner.place(),
                        "\"" + session.name() + "\" runs on \"" + mapped.word() + "\" once at the target \""
                                + target.id() + "\": another of its runners is the same one there"));
            } else {
                runners.add(mapped);
            }
        }
        return runners;
    }

    private @Nullable Runner mapped(Work session, Runner runner) {
        List<String> labels = new ArrayList<>();
        Place place = runner.place();
        for (String label : runner.labels()) {
            Located<List<String>> own = target.runners().get(label);
            if (own == null) {
                diagnostics.add(Diagnostic.of(
                                RuleId.UNKNOWN_RUNNER,
                                runner.place(),
                                "the target \"" + target.id() + "\" has no runner for \"" + label + "\"")
                        .related(target.place(), "its map of runners")
                        .help(Suggestion.didYouMean(label, target.runners().keySet())));
                return null;
            }
            if (own.value().isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        own.place(),
                        "\"" + session.name() + "\" does not run on \"" + label + "\" at the target \"" + target.id()
                                + "\""));
                return null;
            }
            labels.addAll(own.value());
            place = own.place();
        }
        return new Runner(labels, runner.group(), runner.list(), place);
    }
}
