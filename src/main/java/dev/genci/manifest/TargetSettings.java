package dev.genci.manifest;

import dev.genci.data.InterpreterSource;
import dev.genci.forge.Forge;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The manifest's settings of one target.
 *
 * @param place the key that names it, for messages
 * @param file the workflow's path, relative to the base folder
 * @param runner where a session runs that names no runner
 * @param runners from the manifest's labels to this target's; an empty list leaves the rows out. Empty: labels are taken
 *     as they are
 * @param mapped whether the manifest gives such a map, so that a label it lacks is an error
 * @param interpreters where its jobs get their interpreters from
 * @param cached whether its jobs have the caches that sessions ask for
 * @param anchors whether jobs may share steps by the anchors of YAML
 * @param artifacts the actions for artifacts that the manifest asks for; absent: the forge's usual ones
 */
public record TargetSettings(
        Forge forge,
        Place place,
        Located<String> file,
        Runner runner,
        Map<String, Located<List<String>>> runners,
        boolean mapped,
        InterpreterSource interpreters,
        boolean cached,
        boolean anchors,
        @Nullable Located<String> artifacts) {

    /** The same with another file. */
    TargetSettings with(Place named, Located<String> path) {
        return new TargetSettings(
                forge, named, path, runner, runners, mapped, interpreters, cached, anchors, artifacts);
    }

    /** The label that a session means when it names none. */
    public static final String USUAL_RUNNER = "ubuntu-24.04";

    /** A target without settings. */
    public static TargetSettings defaults(Forge forge, Place place) {
        return new TargetSettings(
                forge,
                place,
                new Located<>(forge.file(), place),
                Runner.of(forge.runner(), place),
                Map.of(),
                false,
                forge.interpreters(),
                true,
                true,
                null);
    }

    /** The runners here of a session that asks for these, or for none; where the map leaves a row out, or lacks it, none. */
    public List<Runner> runners(List<Runner> asked) {
        if (asked.isEmpty() && !runners.containsKey(USUAL_RUNNER)) {
            return List.of(runner);
        }
        List<Runner> all = asked.isEmpty() ? List.of(Runner.of(USUAL_RUNNER, place)) : asked;
        return mapped ? all.stream().map(this::here).flatMap(Optional::stream).toList() : all;
    }

    private Optional<Runner> here(Runner asked) {
        List<String> labels = new ArrayList<>();
        for (String label : asked.labels()) {
            Located<List<String>> own = runners.get(label);
            if (own == null || own.value().isEmpty()) {
                return Optional.empty();
            }
            labels.addAll(own.value());
        }
        return Optional.of(asked.mapped(labels, asked.list(), asked.place()));
    }

    /** Whether a job has a cache here. */
    public boolean caches(JobSettings job) {
        return cached && job.cache() != null;
    }

    /** The forge's name, which is the target's. */
    public String id() {
        return forge.id();
    }
}
