package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.forge.Feature;
import dev.genci.lower.template.PassedTemplate;
import dev.genci.manifest.Entry;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.JobKey;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Meta;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Runner;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.StepSpec;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import dev.genci.yaml.Values;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where a manifest uses features that not every forge supports. */
final class FeatureUses {
    /**
     * A use of a feature.
     *
     * @param place the word
     */
    record Use(Feature feature, Place place) {}

    /** What happens to releases, as far as every forge says so. */
    private static final Set<String> SENT_EVERYWHERE = Set.of("published", "edited");

    private final List<Use> uses = new ArrayList<>();

    private FeatureUses() {}

    /** All uses of a manifest's triggers, of the sessions that run, of jobs, and of the runners of status jobs. */
    static List<Use> of(Manifest manifest) {
        FeatureUses found = new FeatureUses();
        if (manifest.workflow().triggers() != null) {
            manifest.workflow().triggers().entries().forEach((event, entry) -> {
                String path = "on." + event;
                found.add(Feature.at(path), entry.key().place());
                found.addFields(path, entry.value());
            });
        }
        List<Located<String>> activities = manifest.workflow().releaseTypes();
        if (activities.stream().noneMatch(type -> SENT_EVERYWHERE.contains(type.value()))) {
            activities.stream().limit(1).forEach(type -> found.add(Feature.RELEASE_ACTIVITY, type.place()));
        }
        if (manifest.workflow().concurrency() != null) {
            found.add(Feature.CONCURRENCY, manifest.workflow().concurrency().place());
        }
        if (manifest.workflow().runName() != null) {
            found.add(Feature.RUN_NAME, manifest.workflow().runName().place());
        }
        FinalJob finalJob = manifest.workflow().finalJob();
        if (finalJob != null) {
            found.addRunner(finalJob.runner());
        }
        for (Entry entry : manifest.entries().values()) {
            if (entry instanceof Work work && work.inCi()) {
                found.addWork(work);
            } else if (entry instanceof Meta meta && meta.inCi()) {
                found.addRunner(meta.runner());
            }
        }
        manifest.jobs().values().stream().filter(Entry::inCi).forEach(found::addJob);
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

    private void addJob(PassedJob job) {
        if (job.runsOn() != null && job.runsOn().group() != null) {
            add(Feature.RUNNER_GROUPS, job.runsOn().place());
        }
        job.passed().forEach((key, value) -> {
            String path = "jobs.*." + key;
            Place place = job.keys().getOrDefault(key, value.place());
            add(Feature.at(path), place);
            addFields(path, value);
            if (key.equals(JobKey.CONTINUE_ON_ERROR.key()) && !Values.of(value).equals(Value.of(false))) {
                add(Feature.JOB_CONTINUE_ON_ERROR, place);
            }
        });
        Located<String> condition = job.condition();
        if (condition != null) {
            Set<String> functions = PassedTemplate.functions(job);
            if (functions.contains("failure") || functions.contains("cancelled")) {
                add(Feature.FAILURE_IN_JOB_IF, condition.place());
            }
        }
        addSteps(job.steps());
    }

    private void addSteps(List<StepSpec> steps) {
        for (StepSpec step : steps) {
            YamlEntry entry = step.text().entries().get("continue-on-error");
            if (entry != null && ((YamlScalar) entry.value()).text().contains("${{")) {
                add(Feature.STEP_CONTINUE_ON_ERROR_EXPRESSION, entry.value().place());
            }
        }
    }

    private void addRunner(@Nullable Runner runner) {
        if (runner != null && runner.group() != null) {
            add(Feature.RUNNER_GROUPS, runner.place());
        }
    }

    private void addWork(Work work) {
        work.parts().forEach(part -> part.axes().runners().forEach(this::addRunner));
        work.job().passed().forEach((key, value) -> {
            String path = "jobs.*." + key;
            add(Feature.at(path), work.keys().getOrDefault(key, value.place()));
            addFields(path, value);
        });
        Place permissions = work.keys().get(SessionKey.PERMISSIONS.key());
        if (permissions != null) {
            add(Feature.PERMISSIONS, permissions);
        }
        if (work.job().failFast() != null) {
            add(Feature.FAIL_FAST, work.job().failFast().place());
        }
        for (Upload upload : work.job().artifacts().uploads()) {
            if (upload.compressionLevel() != null) {
                add(Feature.COMPRESSION_LEVEL, upload.compressionLevel().place());
            }
        }
        addSteps(work.steps());
    }
}
