package dev.genci.lower.template;

import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.CallItem;
import dev.genci.manifest.CallList;
import dev.genci.manifest.Location;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cache entries of one workflow.
 *
 * @param kept whether the target has caches at all
 * @param runner every runner in one word, if all are the same
 * @param ofForge whether all runners are the forge's own, of which the image says all
 * @param image whether the image of some runner is not known from its label
 * @param comma whether the name of some session has a comma, which no key may have
 * @param backend what makes the environments
 * @param hashes whether the forge can hash files in every job
 * @param scheduled whether the workflow runs on a schedule
 */
public record CacheEntries(
        boolean kept,
        @Nullable String runner,
        boolean ofForge,
        boolean image,
        boolean comma,
        String backend,
        boolean hashes,
        boolean scheduled) {

    /** The entry of a session. */
    @Nullable CacheEntry entry(Work work) {
        CacheSettings cache = work.job().cache();
        boolean inContainer = work.job().image() != null;
        CallList list = work.call().list();
        String calls = list == null ? null : inKey(work.name()) + "-" + list.digest();

        Location location = work.job().location();
        // Without environments there is nothing to keep.
        if (!kept || cache == null || backend.equals("none")) {
            return null;
        }
        return new CacheEntry(
                location.cached(cache),
                location.alsoCached(cache),
                cache.keepsVenvs(),
                cache.keepsDownloads(),
                location.hashed(cache),
                mayHashNothing(work, cache, list),
                cache.epoch().value(),
                runner == null && ofForge && (image || inContainer) ? CacheEntry.RUNNER_UNNAMED : runner,
                image || inContainer,
                inContainer,
                backend,
                cache.refresh(),
                calls == null && (comma || cache.fallsBack() || cache.keepsDownloads()),
                calls,
                cache.fallsBack(),
                scheduled);
    }

    /**
     * Whether a job may succeed without a file to hash. The noxfile is one of these files, and without it nox fails: a
     * cache that is kept after success alone has seen it, unless a command before nox brought it.
     */
    private boolean mayHashNothing(Work work, CacheSettings cache, @Nullable CallList list) {
        Location location = work.job().location();
        return !hashes
                || cache.savesAlways()
                || list != null && !(list.items().get(0) instanceof CallItem.Nox)
                // Patterns that exclude it, and a file outside of the repository, which is not hashed.
                || cache.ownHash()
                || location.directory() != null
                || location.noxfile() != null;
    }

    /** A name without what no key may have, in the way in which jobs write the names of sessions. */
    private static String inKey(String name) {
        return name.replace("%", "%25").replace(",", "%2C").replace("|", "%7C");
    }
}
