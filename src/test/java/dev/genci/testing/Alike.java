package dev.genci.testing;

import dev.genci.forge.Feature;
import dev.genci.forge.Forge;
import dev.genci.forge.Limits;
import java.util.Arrays;
import java.util.List;

/** Forges whose workflows differ in nothing but the folder that they lie in. */
public final class Alike {
    private Alike() {}

    /** The first of the forges that says the same as one of them: itself, where no forge before it does. */
    public static Forge first(Forge forge, List<Forge> all) {
        return all.stream()
                .filter(each -> answers(each).equals(answers(forge)))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that can change a workflow, without where it was read. */
    private static List<Object> answers(Forge forge) {
        Limits limits = forge.limits();
        return List.of(
                forge.runner(),
                forge.interpreters(),
                forge.address("actions/checkout"),
                forge.address("owner/name"),
                forge.pins(),
                forge.runIdentity(),
                forge.cancelsOlderPushes(),
                List.of(limits.rows(), limits.expression(), limits.file(), limits.skipped()),
                Arrays.stream(Feature.values())
                        .map(feature -> forge.support(feature).level())
                        .toList());
    }
}
