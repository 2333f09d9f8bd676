package dev.genci.manifest;

import dev.genci.source.Place;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds one job that the manifest writes as in Actions. */
final class JobBinder {
    private final Set<YamlNode> rejected;

    JobBinder(Set<YamlNode> rejected) {
        this.rejected = rejected;
    }

    /** @param workflow for which the job is bound */
    PassedJob bind(YamlEntry entry, String workflow) {
        boolean bound = entry.value() instanceof YamlMapping && !rejected.contains(entry.value());
        YamlMapping text = entry.value() instanceof YamlMapping mapping && bound
                ? mapping
                : new YamlMapping(entry.value().place(), true, Map.of());
        MappingReader fields = new MappingReader(text, rejected);
        Place place = entry.key().place();
        Located<Boolean> yes = new Located<>(true, place);
        Listing listing = new Listing(
                new Located<>(entry.key().text(), place),
                new Located<>("", place),
                List.of(),
                Membership.of(fields.texts(JobKey.WORKFLOW.key()), workflow),
                null,
                null,
                null,
                null,
                yes,
                yes);
        Located<String> uses = fields.text(JobKey.USES.key());
        YamlNode runsOn = fields.node(JobKey.RUNS_ON.key());
        return new PassedJob(
                listing,
                new EntrySource(keys(text), ExpressionTexts.ofJob(text, rejected), !bound || hasFault(text)),
                fields.text(JobKey.NAME.key()),
                EntryBinder.references(fields, JobKey.NEEDS.key()),
                fields.text(JobKey.IF.key()),
                uses,
                runsOn == null ? null : new RunnerBinder(rejected).bind(runsOn),
                StepSpec.of(fields.items(JobKey.STEPS.key()), rejected),
                uses == null ? Located.values(Located.keys(fields.mapping(JobKey.OUTPUTS.key()))) : null,
                passed(fields));
    }

    private Map<String, Place> keys(YamlMapping text) {
        Map<String, Place> keys = new LinkedHashMap<>();
        text.entries().forEach((key, value) -> keys.put(key, value.key().place()));
        return keys;
    }

    private boolean hasFault(YamlMapping mapping) {
        return mapping.entries().values().stream()
                .anyMatch(entry -> rejected.contains(entry.value()) || rejected.contains(entry.key()));
    }

    private static Map<String, YamlNode> passed(MappingReader fields) {
        Map<String, YamlNode> passed = new LinkedHashMap<>();
        for (JobKey key : JobKey.values()) {
            @Nullable YamlNode value = key.isPassed() ? fields.node(key.key()) : null;
            if (value != null) {
                passed.put(key.key(), value);
            }
        }
        return passed;
    }
}
