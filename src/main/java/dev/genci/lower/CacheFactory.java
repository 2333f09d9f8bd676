package dev.genci.lower;

import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Located;
import dev.genci.pipeline.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Makes cache entries of one workflow.
 *
 * @param image the label of every runner, if all are the same
 * @param backend what makes the environments
 * @param scheduled whether the workflow runs on a schedule
 */
record CacheFactory(@Nullable String image, String backend, boolean scheduled) {

    @Nullable CacheEntry entry(@Nullable CacheSettings cache) {
        // Without environments there is nothing to keep.
        if (cache == null || backend.equals("none")) {
            return null;
        }
        return new CacheEntry(
                cache.path().value(),
                Located.values(cache.hash()),
                cache.epoch().value(),
                image,
                backend,
                cache.refresh(),
                cache.fallback(),
                scheduled);
    }
}
