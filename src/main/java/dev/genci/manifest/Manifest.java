package dev.genci.manifest;

import dev.genci.data.Pin;
import dev.genci.forge.Forges;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as meant: defaults merged into the sessions, values typed. What is passed through to the workflow as it is
 * stays a tree.
 *
 * @param targets in the manifest's order, at least one
 * @param defaultKeys the keys of {@code defaults}
 * @param pins by {@code owner/name}
 * @param strictPins whether committed pins are kept only where the commit of their version is known
 * @param expressionTexts the texts that have an expression in them, without those of entries and jobs
 * @param entries by name, in the manifest's order
 * @param jobs those that the manifest writes as in Actions, by name, in its order
 */
public record Manifest(
        SourceFile file,
        Workflow workflow,
        List<TargetSettings> targets,
        Map<String, Place> defaultKeys,
        NoxSettings nox,
        Map<String, Located<Pin>> pins,
        boolean strictPins,
        List<ExpressionText> expressionTexts,
        Map<String, Entry> entries,
        Map<String, PassedJob> jobs) {

    /** What a name stands for: a session, or else a job. */
    public @Nullable Entry named(String name) {
        Entry session = entries.get(name);
        return session == null ? jobs.get(name) : session;
    }

    /** The meta-session that replaces the final job; absent where none has its name. */
    public @Nullable Meta finalMeta() {
        return entries.get(workflow.finalJob().name().value()) instanceof Meta meta ? meta : null;
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
