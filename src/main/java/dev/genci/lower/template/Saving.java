package dev.genci.lower.template;

import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.Step;
import dev.genci.pipeline.Unless;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the runs of a workflow save their caches.
 *
 * @param unless the events in whose runs nothing is saved
 * @param ever whether there are others
 */
public record Saving(Set<Unless> unless, boolean ever) {
    /** Whether saving is a step of its own: by itself the forge saves when the whole job has succeeded. */
    boolean isSplit(Work work, MayFail mayFail) {
        CacheSettings said = work.job().cache();
        return !unless.isEmpty() || mayFail.ever() || said != null && !said.savesAsUsual();
    }

    /** The steps that save a session's cache. */
    List<Step> steps(CacheEntry cache, Work work, MayFail mayFail) {
        List<Step> steps = new ArrayList<>();
        if (!ever || !isSplit(work, mayFail)) {
            return steps;
        }
        if (cache.venvs()) {
            steps.add(step(cache, cache.path(), cache.also(), work, mayFail));
        }
        if (cache.downloads()) {
            steps.add(step(cache, null, cache.venvs() ? List.of() : cache.also(), work, mayFail));
        }
        return steps;
    }

    private Step step(CacheEntry cache, @Nullable String path, List<String> also, Work work, MayFail mayFail) {
        CacheSettings said = Objects.requireNonNull(work.job().cache());
        return new Step.SaveCache(
                path,
                also,
                cache.inContainer(),
                unless,
                mayFail.ever() && !said.savesAlways(),
                said.savesAlways(),
                said.savesOnDefaultBranch());
    }
}
