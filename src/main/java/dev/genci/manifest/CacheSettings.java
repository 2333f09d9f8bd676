package dev.genci.manifest;

import dev.genci.data.Refresh;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session's environments are cached. Paths are relative to the session's {@link Location}, where it is used.
 *
 * @param path of the folder; absent for nox's own, beside the noxfile
 * @param hash patterns of the files whose contents are part of the key
 * @param ownHash whether the manifest names the patterns itself
 * @param epoch a number to raise when an entry is poisoned
 * @param fallback whether an entry with other contents of the files may be taken
 */
public record CacheSettings(
        @Nullable Located<String> path,
        List<Located<String>> hash,
        boolean ownHash,
        Located<String> epoch,
        Refresh refresh,
        boolean fallback) {

    /** The patterns when the manifest names none. */
    public static final List<String> DEFAULT_HASH =
            List.of("pyproject.toml", "noxfile.py", "*.lock", "requirements*.txt");
}
