package dev.genci.lower;

import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.forge.Support;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.ArtifactStep;
import dev.genci.pipeline.Concurrency;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import dev.genci.pipeline.Step;
import dev.genci.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pipeline legal for a forge: what the forge ignores is left out, with a note at the word that uses it;
 * where leaving it out would change the result, the word is an error.
 *
 * <p>Owns the rules {@code skip-chain}, {@code target-ignores} and {@code target-cannot}.
 */
final class Legalizer {
    private static final String EVENTS = "on.";
    private static final String JOBS = "jobs.*.";

    private final TargetSettings target;
    private final Forge forge;
    private final List<Diagnostic> diagnostics;

    /** @param diagnostics gets what is found */
    Legalizer(TargetSettings target, List<Diagnostic> diagnostics) {
        this.target = target;
        this.forge = target.forge();
        this.diagnostics = diagnostics;
    }

    /** Reports what the forge ignores or refuses. */
    void check(List<FeatureUses.Use> uses, Manifest manifest) {
        boolean noEvent = manifest.workflow().triggers() != null
                && manifest.workflow().triggers().entries().keySet().stream().allMatch(this::isIgnored);
        for (FeatureUses.Use use : uses) {
            Feature feature = use.feature();
            Support.Level level = forge.support(feature).level();
            if (level == Support.Level.REFUSED) {
                cannot(use.place(), feature.refusal());
            } else if (level == Support.Level.IGNORED && noEvent) {
                cannot(use.place(), feature.refusal() + ", and has no other event to run on");
            } else if (level == Support.Level.IGNORED) {
                diagnostics.add(Diagnostic.of(
                        RuleId.TARGET_IGNORES,
                        use.place(),
                        "the target \"" + target.id() + "\" does not support " + feature.title() + ": it is left out"));
            }
        }
    }

    private boolean isIgnored(String event) {
        Feature feature = Feature.at(EVENTS + event);
        return feature != null && !forge.support(feature).isWritten();
    }

    private void cannot(Place place, String what) {
        diagnostics.add(Diagnostic.of(RuleId.TARGET_CANNOT, place, "the target \"" + target.id() + "\" " + what));
    }

    /** The pipeline without what the forge ignores. */
    Pipeline legal(Pipeline pipeline) {
        Value.Fields triggers = pipeline.triggers();
        List<Job> jobs = pipeline.jobs();
        List<List<Step>> steps = pipeline.steps();
        for (Feature feature : Feature.values()) {
            if (!isLeftOut(feature)) {
                continue;
            }
            String path = feature.path();
            if (feature == Feature.CANCELLED_IN_JOB_IF) {
                jobs = jobs.stream().map(Legalizer::evenIfCancelled).toList();
            } else if (feature == Feature.COMPRESSION_LEVEL) {
                steps = steps.stream().map(Legalizer::usuallyCompressed).toList();
            } else if (path.startsWith(EVENTS)) {
                triggers = (Value.Fields) without(triggers, path.substring(EVENTS.length()));
            } else if (path.startsWith(JOBS)) {
                String field = path.substring(JOBS.length());
                jobs = jobs.stream().map(job -> job.without(field)).toList();
            }
        }
        checkSkipChain(jobs);
        @Nullable Value permissions = isLeftOut(Feature.PERMISSIONS) ? null : pipeline.permissions();
        @Nullable Concurrency concurrency = isLeftOut(Feature.CONCURRENCY) ? null : pipeline.concurrency();
        @Nullable Value runName = isLeftOut(Feature.RUN_NAME) ? null : pipeline.runName();
        return new Pipeline(
                pipeline.name(),
                runName,
                triggers,
                permissions,
                concurrency,
                pipeline.env(),
                jobs,
                pipeline.hasFinalJob(),
                steps);
    }

    private boolean isLeftOut(Feature feature) {
        return forge.support(feature).level() == Support.Level.IGNORED;
    }

    private static Value without(Value value, String path) {
        if (value instanceof Value.Items list) {
            return new Value.Items(
                    list.items().stream().map(item -> without(item, path)).toList());
        }
        if (!(value instanceof Value.Fields fields)) {
            return value;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return fields.without(path);
        }
        String key = path.substring(0, dot);
        Value inner = fields.fields().get(key);
        return inner == null ? fields : fields.with(key, without(inner, path.substring(dot + 1)));
    }

    private static List<Step> usuallyCompressed(List<Step> steps) {
        return steps.stream()
                .map(step -> step instanceof ArtifactStep.Upload upload
                        ? upload.without(ArtifactStep.Upload.COMPRESSION)
                        : step)
                .toList();
    }

    private static Job evenIfCancelled(Job job) {
        return job.condition() instanceof Condition.AfterOthers condition ? job.with(condition.evenCancelled()) : job;
    }

    /** The longest chain of jobs after one that may be skipped. */
    private void checkSkipChain(List<Job> jobs) {
        int longest = forge.limits().skipped();
        if (longest == 0) {
            return;
        }
        Map<String, Integer> lengths = new HashMap<>();
        for (Job job : jobs) {
            int before = job.needs().stream()
                    .mapToInt(id -> lengths.getOrDefault(id, 0))
                    .max()
                    .orElse(0);
            boolean starts = job.condition().maySkip();
            boolean ends = job.condition() instanceof Condition.Always;
            lengths.put(job.id(), ends ? 0 : before > 0 || starts ? before + 1 : 0);
            if (lengths.getOrDefault(job.id(), 0) == longest + 1) {
                diagnostics.add(Diagnostic.of(
                        RuleId.SKIP_CHAIN,
                        target.place(),
                        "the target \"" + target.id() + "\" may refuse a run in which more than " + longest
                                + " jobs in a row are skipped, as can happen up to \"" + job.id() + "\""));
            }
        }
    }
}
