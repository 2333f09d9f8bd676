package dev.genci.lower.template;

import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Work;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Step;
import dev.genci.pipeline.Unless;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only some caches need: steps that save, and a folder for downloads. */
final class KeptFiles {
    private KeptFiles() {}

    /** The variables of a call of nox, with that by which pip or uv keeps its downloads where they are cached. */
    static Value.Fields with(Value.Fields variables, CacheEntry cache) {
        String folder = cache.inContainer() ? "steps." + StepIds.TEMPORARY + ".outputs.folder" : "runner.temp";
        String variable = cache.backend().equals("uv") ? "UV_CACHE_DIR" : "PIP_CACHE_DIR";
        return variables.with(variable, Value.of("${{ " + folder + " }}/downloads"));
    }

    /**
     * The steps that save a session's cache.
     *
     * @param unsaved the events in whose runs nothing is saved
     */
    static List<Step> save(CacheEntry cache, Work work, Set<Unless> unsaved) {
        List<Step> steps = new ArrayList<>();
        if (cache.venvs()) {
            steps.add(save(cache, cache.path(), cache.also(), work, unsaved));
        }
        if (cache.downloads()) {
            steps.add(save(cache, null, cache.venvs() ? List.of() : cache.also(), work, unsaved));
        }
        return steps;
    }

    private static Step save(
            CacheEntry cache, @Nullable String path, List<String> also, Work work, Set<Unless> unsaved) {
        CacheSettings said = Objects.requireNonNull(work.job().cache());
        return new Step.SaveCache(
                path,
                also,
                cache.inContainer(),
                unsaved,
                work.job().allowFailure() && !said.savesAlways(),
                said.savesAlways(),
                said.savesOnDefaultBranch());
    }
}
