package dev.genci.lower;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Runner;
import dev.genci.manifest.Session;
import dev.genci.pipeline.Dialect;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what a target does not know, at the words that ask for it: a note where {@link Legalizer} leaves it out, an error
 * where leaving it out would change the result.
 *
 * @param target its name
 * @param diagnostics gets what is found
 */
record TargetLimits(String target, Dialect dialect, List<Diagnostic> diagnostics) {

    void check(Manifest manifest) {
        if (manifest.triggers() != null) {
            checkEvents(manifest.triggers());
        }
        manifest.sessions().values().stream().filter(Session::runs).forEach(session -> {
            session.execution().runners().forEach(this::checkRunner);
            Stream.of(session.execution().before(), session.execution().after())
                    .flatMap(List::stream)
                    .forEach(this::checkStep);
        });
    }

    private void checkEvents(YamlMapping triggers) {
        Set<String> events = triggers.entries().keySet();
        boolean none = dialect.unknownTriggers().containsAll(events);
        triggers.entries().forEach((event, entry) -> {
            Place place = entry.key().place();
            if (none) {
                cannot(place, "does not know the event \"" + event + "\", and there is no other");
            } else if (dialect.unknownTriggers().contains(event)) {
                ignores(place, "the event \"" + event + "\"");
            } else {
                checkFilters(event, entry.value());
            }
        });
    }

    private void checkFilters(String event, YamlNode value) {
        if (value instanceof YamlSequence list) {
            list.items().forEach(item -> checkFilters(event, item));
        } else if (value instanceof YamlMapping filters) {
            filters.entries().forEach((filter, entry) -> {
                if (dialect.unknownFilters().contains(event + "." + filter)) {
                    ignores(entry.key().place(), "\"" + filter + "\" of the event \"" + event + "\"");
                }
            });
        }
    }

    private void checkRunner(Runner runner) {
        if (runner.group() != null && !dialect.runnerGroups()) {
            cannot(runner.place(), "has no groups of runners");
        }
    }

    private void checkStep(Session.StepSpec step) {
        YamlEntry entry = step.text().entries().get("continue-on-error");
        if (entry != null && ((YamlScalar) entry.value()).text().contains("${{") && !dialect.stepExpressions()) {
            cannot(entry.value().place(), "takes no expression in \"continue-on-error\"");
        }
    }

    private void ignores(Place place, String what) {
        diagnostics.add(Diagnostic.of(
                RuleId.TARGET_IGNORES,
                place,
                "the target \"" + target + "\" does not know " + what + ": it is left out"));
    }

    private void cannot(Place place, String what) {
        diagnostics.add(Diagnostic.of(RuleId.TARGET_CANNOT, place, "the target \"" + target + "\" " + what));
    }
}
