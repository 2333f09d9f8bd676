package dev.genci.pipeline;

import dev.genci.data.Refresh;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the cache: what is kept, and on what it depends. Equality is written out for the reason that {@link
 * dev.genci.data.Value} gives.
 *
 * @param path of the environments, relative to the workspace
 * @param also other folders and files: relative to the workspace, or beginning with a slash or {@code ~/}
 * @param venvs whether the environments are kept
 * @param downloads whether what pip or uv downloads is kept, apart from the environments
 * @param hash patterns of the files whose contents it depends on
 * @param mayHashNothing whether the hash may be empty in a job that succeeds, so that a step has to ask
 * @param epoch raised by hand when entries are bad
 * @param runner the runner in one word; {@link #RUNNER_UNNAMED} where the image says all; {@code null} when jobs differ in it and
 *     it is read from {@code NOX_RUNNER}
 * @param image whether that does not say which image it is, so that the job finds out
 * @param inContainer whether the job runs in a container, in which the workspace is another folder
 * @param backend what makes the environments
 * @param refresh how long it is good
 * @param encoded whether the session's name is put out in letters that every key may have
 * @param calls the name of the entry that calls nox several times, with a digest of its calls, as it stands in the key; absent
 *     where the key has the session
 * @param fallback whether one with other contents of the files may be taken
 * @param notOnSchedule whether scheduled runs do without, so that they see what is new
 */
public record CacheEntry(
        String path,
        List<String> also,
        boolean venvs,
        boolean downloads,
        List<String> hash,
        boolean mayHashNothing,
        String epoch,
        @Nullable String runner,
        boolean image,
        boolean inContainer,
        String backend,
        Refresh refresh,
        boolean encoded,
        @Nullable String calls,
        boolean fallback,
        boolean notOnSchedule) {
    /** In place of a runner: the key has its image, and another runner with that image can use what this one has kept. */
    public static final String RUNNER_UNNAMED = "";

    /** Copies the lists. */
    public CacheEntry {
        also = List.copyOf(also);
        hash = List.copyOf(hash);
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {
            path,
            also,
            venvs,
            downloads,
            hash,
            mayHashNothing,
            epoch,
            runner,
            image,
            inContainer,
            backend,
            refresh,
            encoded,
            calls,
            fallback,
            notOnSchedule
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheEntry same && Arrays.equals(parts(), same.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }
}
