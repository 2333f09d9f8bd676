package dev.genci.lower.template;

import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.pipeline.CacheEntry;

/** The folder in which pip or uv keeps its downloads where they are cached. */
final class DownloadFolder {
    private DownloadFolder() {}

    /** The variables of a call of nox, with the one that names the folder. */
    static Value.Fields with(Value.Fields variables, CacheEntry cache) {
        String folder = cache.inContainer() ? "steps." + StepIds.TEMPORARY + ".outputs.folder" : "runner.temp";
        String variable = cache.backend().equals("uv") ? "UV_CACHE_DIR" : "PIP_CACHE_DIR";
        return variables.with(variable, Value.of("${{ " + folder + " }}/downloads"));
    }
}
