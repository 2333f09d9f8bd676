package dev.genci.lower;

import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.forge.Support;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.lower.template.Bash;
import dev.genci.lower.template.JobTemplate;
import dev.genci.lower.template.Source;
import dev.genci.lower.template.TemplateFactory;
import dev.genci.manifest.Work;
import dev.genci.pipeline.MayFail;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The templates of an entry's parts. Rows that may fail share the job of those that must not where nothing else keeps them apart,
 * the interpreter tells which they are, and the forge asks when the step has failed.
 *
 * @param ofParts the rows of each part
 */
record PartTemplates(TemplateFactory templates, Forge forge, IdentityHashMap<Work, List<Row>> ofParts) {

    /** The template of each part that has rows. */
    IdentityHashMap<Work, JobTemplate> of(Work work, int rows, List<Source> sources, Bash bash) {
        IdentityHashMap<Work, JobTemplate> found = new IdentityHashMap<>();
        for (Work part : work.parts()) {
            if (!rows(part).isEmpty()) {
                MayFail own = MayFail.of(part.job().allowFailure());
                found.put(part, templates.template(part, rows(part), rows, sources, bash, own));
            }
        }
        MayFail together = together(work);
        if (together.ever()) {
            IdentityHashMap<Work, JobTemplate> shared = new IdentityHashMap<>();
            found.forEach((part, alone) ->
                    shared.put(part, templates.template(part, rows(part), rows, sources, bash, together)));
            shared.values().stream().distinct().forEach(template -> {
                if (unites(template, shared, found)) {
                    shared.forEach(
                            (part, own) -> found.replace(part, template.equals(own) ? template : found.get(part)));
                }
            });
        }
        return found;
    }

    /**
     * Whether a shared template brings rows that may fail to others, and leaves none of these behind that would be with them.
     *
     * @param alone the templates of rows that share no job with the other kind
     */
    private static boolean unites(JobTemplate template, Map<Work, JobTemplate> shared, Map<Work, JobTemplate> alone) {
        Set<JobTemplate> counting = new HashSet<>();
        boolean mayFail = false;
        for (Map.Entry<Work, JobTemplate> part : shared.entrySet()) {
            if (part.getValue().equals(template)) {
                mayFail |= part.getKey().job().allowFailure();
                if (!part.getKey().job().allowFailure()) {
                    counting.add(alone.get(part.getKey()));
                }
            }
        }
        return mayFail
                && !counting.isEmpty()
                && template.variables().containsKey(NoxVariables.PYTHON)
                && shared.entrySet().stream()
                        .filter(part ->
                                !part.getKey().job().allowFailure() && counting.contains(alone.get(part.getKey())))
                        .allMatch(part -> part.getValue().equals(template));
    }

    private List<Row> rows(Work part) {
        return ofParts.getOrDefault(part, List.of());
    }

    /** In which rows of an entry's jobs a failure is allowed; in none where the rows cannot share a job. */
    private MayFail together(Work work) {
        boolean mixed = work.parts().stream()
                        .map(part -> part.job().allowFailure())
                        .distinct()
                        .count()
                == 2;
        if (!mixed
                || !work.mayOverlap()
                || !work.sharedJob().isEmpty()
                || forge.support(Feature.STEP_CONTINUE_ON_ERROR_EXPRESSION).level() != Support.Level.KNOWN) {
            return MayFail.NEVER;
        }
        Set<String> mayFail = pythons(work, true);
        boolean told = !mayFail.contains("") && Collections.disjoint(mayFail, pythons(work, false));
        boolean evaluated = work.parts().stream()
                .flatMap(part -> rows(part).stream())
                .anyMatch(row -> row.runner().evaluated());
        return told && !evaluated ? new MayFail(!mayFail.isEmpty(), List.copyOf(mayFail)) : MayFail.NEVER;
    }

    private Set<String> pythons(Work work, boolean mayFail) {
        return work.parts().stream()
                .filter(part -> part.job().allowFailure() == mayFail)
                .flatMap(part -> rows(part).stream())
                .map(row -> row.value(KnownField.PYTHON) instanceof Value.Text python ? python.text() : "")
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
