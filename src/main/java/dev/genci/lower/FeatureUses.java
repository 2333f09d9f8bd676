package dev.genci.lower;

import dev.genci.forge.Feature;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Runner;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a manifest uses features that not every forge supports. */
final class FeatureUses {
    /**
     * A use of a feature.
     *
     * @param place the word
     */
    record Use(Feature feature, Place place) {}

    private final List<Use> uses = new ArrayList<>();

    private FeatureUses() {}

    /** All uses of a manifest's triggers and of the sessions that run. */
    static List<Use> of(Manifest manifest) {
        FeatureUses found = new FeatureUses();
        if (manifest.workflow().triggers() != null) {
            manifest.workflow().triggers().entries().forEach((event, entry) -> {
                String path = "on." + event;
                found.add(Feature.at(path), entry.key().place());
                found.addFields(path, entry.value());
            });
        }
        if (manifest.workflow().concurrency() != null) {
            found.add(Feature.CONCURRENCY, manifest.workflow().concurrency().place());
        }
        if (manifest.workflow().runName() != null) {
            found.add(Feature.RUN_NAME, manifest.workflow().runName().place());
        }
        found.addRunner(manifest.workflow().finalJob().runner());
        for (Entry entry : manifest.entries().values()) {
            if (entry instanceof Work work && work.inCi()) {
                found.addWork(work);
            } else if (entry instanceof Meta meta && meta.inCi()) {
                found.addRunner(meta.runner());
            }
        }
        return found.uses;
    }

    private void add(@Nullable Feature feature, Place place) {
        if (feature != null) {
            uses.add(new Use(feature, place));
        }
    }

    private void addFields(String path, YamlNode value) {
        if (value instanceof YamlSequence list) {
            list.items().forEach(item -> addFields(path, item));
        } else if (value instanceof YamlMapping fields) {
            fields.entries()
                    .forEach((key, entry) ->
                            add(Feature.at(path + "." + key), entry.key().place()));
        }
    }

    private void addRunner(@Nullable Runner runner) {
        if (runner != null && runner.group() != null) {
            add(Feature.RUNNER_GROUPS, runner.place());
        }
    }

    private void addWork(Work work) {
        work.axes().runners().forEach(this::addRunner);
        work.job().passed().forEach((key, value) -> {
            add(Feature.at("jobs.*." + key), value.place());
            addFields("jobs.*." + key, value);
        });
        Place permissions = work.keys().get(SessionKey.PERMISSIONS.key());
        if (permissions != null) {
            add(Feature.PERMISSIONS, permissions);
        }
        if (work.job().failFast() != null) {
            add(Feature.FAIL_FAST, work.job().failFast().place());
        }
        for (StepSpec step : work.steps()) {
            YamlEntry entry = step.text().entries().get("continue-on-error");
            if (entry != null && ((YamlScalar) entry.value()).text().contains("${{")) {
                add(Feature.STEP_CONTINUE_ON_ERROR_EXPRESSION, entry.value().place());
            }
        }
    }
}
