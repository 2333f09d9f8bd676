package dev.genci.pipeline;

import dev.genci.data.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow, whatever the forge.
 *
 * @param triggers the value of {@code on}
 * @param concurrency a text or a mapping; absent: none
 * @param cancelsSuperseded whether the concurrency is the one that cancels the superseded runs of pull requests
 * @param env of all jobs; may be empty
 * @param jobs so that each stands after those it needs; the final job is the last
 */
public record Pipeline(
        String name,
        Value.Fields triggers,
        @Nullable Value concurrency,
        boolean cancelsSuperseded,
        Value.Fields env,
        List<Job> jobs) {
    /** Copies the jobs. */
    public Pipeline {
        jobs = List.copyOf(jobs);
    }
}
