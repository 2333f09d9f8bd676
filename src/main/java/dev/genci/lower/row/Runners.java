package dev.genci.lower.row;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.RowReferences;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.RowValues;
import dev.genci.manifest.Runner;
import dev.genci.manifest.TargetSettings;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the runners of sessions on one target.
 *
 * @param diagnostics gets what is found
 */
public record Runners(TargetSettings target, List<Diagnostic> diagnostics) {

    /**
     * A runner.
     *
     * @param asked as written in the manifest; absent if it names none
     * @param here as the target calls it
     */
    record Choice(@Nullable Runner asked, Runner here) {}

    /**
     * The runners of a session; none when the target has none for it.
     *
     * @param invocation that the labels may read, and with which not every label is a row; absent where all are the same
     */
    List<Choice> of(Work work, @Nullable Invocation invocation) {
        if (work.axes().runners().isEmpty()) {
            Runner usual = only(work.name(), null);
            return usual == null ? List.of() : List.of(new Choice(null, usual));
        }
        List<Choice> choices = new ArrayList<>();
        for (Runner label : work.axes().runners()) {
            if (invocation != null && !work.axes().has(invocation, label)) {
                continue;
            }
            Runner runner = invocation == null ? label : filled(work, invocation, label);
            Runner mapped = target.mapped() ? mapped(work.name(), runner) : runner;
            if (mapped == null) {
                continue;
            }
            if (choices.stream().anyMatch(choice -> mapped.isSame(choice.here()))) {
                diagnostics.add(Diagnostic.of(
                        RuleId.LEFT_OUT,
                        runner.place(),
                        "\"" + work.name() + "\" runs only once on \"" + mapped.word() + "\" at the target \""
                                + target.id() + "\": several of its labels are mapped to it"));
            } else {
                choices.add(new Choice(runner, mapped));
            }
        }
        return choices;
    }

    /** The runner of a job that runs no session: that it names, or the target's where the target has none for that. */
    public Runner of(String job, @Nullable Runner asked) {
        if (asked == null || !target.mapped()) {
            return asked == null ? target.runner() : asked;
        }
        boolean none = asked.labels().stream()
                .map(target.runners()::get)
                .anyMatch(own -> own != null && own.value().isEmpty());
        Runner mapped = none ? null : mapped(job, asked);
        return mapped == null ? target.runner() : mapped;
    }

    /**
     * The only runner of an entry; absent when the target has none for it.
     *
     * @param asked absent for the usual one
     */
    @Nullable Runner only(String name, @Nullable Runner asked) {
        if (asked == null && !target.runners().containsKey(TargetSettings.USUAL_RUNNER)) {
            return target.runner();
        }
        Runner runner = asked == null ? Runner.of(TargetSettings.USUAL_RUNNER, target.place()) : asked;
        return target.mapped() ? mapped(name, runner) : runner;
    }

    private static Runner filled(Work work, Invocation invocation, Runner runner) {
        Map<String, String> values = RowValues.of(work, invocation, null, "");
        // Its name has the runner in it.
        values.remove(RowValues.NAME);
        return runner.with(text -> RowReferences.filled(text, false, values::get));
    }

    private @Nullable Runner mapped(String name, Runner runner) {
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
                        "\"" + name + "\" does not run on \"" + label + "\" at the target \"" + target.id() + "\""));
                return null;
            }
            labels.addAll(own.value());
            place = own.place();
        }
        return runner.mapped(labels, runner.list(), place);
    }
}
