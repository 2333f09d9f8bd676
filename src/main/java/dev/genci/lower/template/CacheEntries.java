package dev.genci.lower.template;

import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Located;
import dev.genci.pipeline.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cache entries of one workflow.
 *
 * @param runner every runner in one word, if all are the same
 * @param image whether the image of some runner is not known from its label
 * @param comma whether the name of some session has a comma, which no key may have
 * @param backend what makes the environments
 * @param scheduled whether the workflow runs on a schedule
 */
public record CacheEntries(@Nullable String runner, boolean image, boolean comma, String backend, boolean scheduled) {

    /** @param inContainer whether the job runs in a container */
    @Nullable CacheEntry entry(@Nullable CacheSettings cache, boolean inContainer) {
        // Without environments there is nothing to keep.
        if (cache == null || backend.equals("none")) {
            return null;
        }
        return new CacheEntry(
                cache.path().value(),
                Located.values(cache.hash()),
                cache.epoch().value(),
                runner,
                image || inContainer,
                inContainer,
                backend,
                cache.refresh(),
                comma || cache.fallback(),
                cache.fallback(),
                scheduled);
    }
}
