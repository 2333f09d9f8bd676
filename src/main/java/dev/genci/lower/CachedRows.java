package dev.genci.lower;

import dev.genci.forge.Forge;
import dev.genci.lower.row.Row;
import dev.genci.lower.template.CacheEntries;
import dev.genci.manifest.NoxSettings;
import dev.genci.manifest.TargetSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workflow that have a cache. What is true of all of them decides on the form of the keys, so that jobs can share
 * the steps.
 */
record CachedRows(List<Row> rows) {
    /** nox's own default, if neither the manifest nor the noxfile sets one. */
    private static final String BACKEND = "virtualenv";

    /**
     * What makes their cache entries.
     *
     * @param scheduled whether the workflow runs on a schedule
     */
    CacheEntries entries(TargetSettings target, NoxSettings nox, boolean scheduled) {
        String backend = nox.backend() == null ? BACKEND : nox.backend();
        boolean unknown = hasUnknownImage(target.forge());
        return new CacheEntries(
                target.cached(),
                runner(),
                areOfForge(target.forge()),
                unknown,
                hasComma(),
                backend,
                target.forge().bringsNode(),
                scheduled);
    }

    private Stream<String> words() {
        return rows.stream().map(row -> row.runner().word());
    }

    /** The runner that all have in common, in one word. */
    private @Nullable String runner() {
        Set<String> words = words().collect(Collectors.toSet());
        return words.size() == 1 ? words.iterator().next() : null;
    }

    /** Whether all run on machines of the forge's own, of which the image says all. */
    private boolean areOfForge(Forge forge) {
        return words().allMatch(word ->
                forge.images().contains(word) || forge.movedLabels().contains(word));
    }

    private boolean hasUnknownImage(Forge forge) {
        return !words().allMatch(forge.images()::contains);
    }

    private boolean hasComma() {
        return rows.stream().anyMatch(row -> row.session().text().indexOf(',') >= 0);
    }
}
