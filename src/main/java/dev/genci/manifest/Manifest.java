package dev.genci.manifest;

import dev.genci.data.Pin;
import dev.genci.forge.Forges;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as one of its workflows sees it: defaults merged into the sessions, values typed. What is passed through to the
 * workflow as it is stays a tree. Entries of other workflows are there, too, as if they were not in CI: names mean the same
 * everywhere, and tags and meta-sessions select what is in this workflow.
 *
 * @param workflow the workflow
 * @param all all workflows of the manifest
 * @param targets in the manifest's order, at least one
 * @param defaultKeys the keys of {@code defaults}
 * @param pins by {@code owner/name}
 * @param strictPins whether committed pins are kept only where the commit of their version is known
 * @param selfCheck where {@code self-check: true} is written
 * @param expressionTexts the texts that have an expression in them, without those of entries and jobs
 * @param entries by name, in the manifest's order
 * @param jobs those that the manifest writes as in Actions, by name, in its order
 */
public record Manifest(
        SourceFile file,
        Workflow workflow,
        AllWorkflows all,
        List<TargetSettings> targets,
        Map<String, Place> defaultKeys,
        NoxSettings nox,
        Map<String, Located<Pin>> pins,
        boolean strictPins,
        @Nullable Place selfCheck,
        List<ExpressionText> expressionTexts,
        Map<String, Entry> entries,
        Map<String, PassedJob> jobs) {

    /** What a name stands for: a session, or else a job. */
    public @Nullable Entry named(String name) {
        Entry session = entries.get(name);
        return session == null ? jobs.get(name) : session;
    }

    /** The meta-session of this workflow that replaces the final job; absent where none has its name, or there is no final job. */
    public @Nullable Meta finalMeta() {
        String name = workflow.finalJobName();
        return name != null
                        && entries.get(name) instanceof Meta meta
                        && meta.listing().membership().here()
                ? meta
                : null;
    }

    /** Whether something runs in the workflow. */
    boolean runsSomething() {
        return Stream.concat(entries.values().stream(), jobs.values().stream())
                .anyMatch(entry -> entry.inCi() && (entry instanceof Work || entry instanceof PassedJob));
    }

    Manifest with(AllWorkflows workflows) {
        return new Manifest(
                file,
                workflow,
                workflows,
                targets,
                defaultKeys,
                nox,
                pins,
                strictPins,
                selfCheck,
                expressionTexts,
                entries,
                jobs);
    }

    /** Whether the workflow is written: it has something to run, or is the only one. */
    public boolean isWritten() {
        return all.written().contains(workflow.id().value());
    }

    /** Whether a job of this workflow checks all workflows, at a target. */
    public boolean checksItself(String target) {
        return workflow.id().value().equals(all.selfChecks().get(target));
    }

    /** The settings of a target; its defaults when the manifest does not name it. */
    public TargetSettings target(String id) {
        for (TargetSettings target : targets) {
            if (target.id().equals(id)) {
                return target;
            }
        }
        return TargetSettings.defaults(Forges.of(id), Place.start(file));
    }
}
