package dev.genci.manifest;

import dev.genci.data.Refresh;
import dev.genci.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session's environments are cached. Paths are relative to the session's {@link Location}, where it is used.
 *
 * @param path of the folder; absent for nox's own, beside the noxfile
 * @param mode what is kept: {@code venv}, {@code downloads} or {@code both}
 * @param also other folders and files that are kept, too
 * @param save when it is saved: {@code success}, {@code default-branch} or {@code always}
 * @param hash patterns of the files whose contents are part of the key
 * @param ownHash whether the manifest names the patterns itself
 * @param epoch a number to raise when an entry is poisoned
 * @param fallback where the manifest says that an entry with other contents of the files may be taken; absent where it does not
 */
public record CacheSettings(
        @Nullable Located<String> path,
        String mode,
        List<Located<String>> also,
        String save,
        List<Located<String>> hash,
        boolean ownHash,
        Located<String> epoch,
        Refresh refresh,
        @Nullable Place fallback) {

    /** The patterns when the manifest names none. */
    public static final List<String> DEFAULT_HASH =
            List.of("pyproject.toml", "noxfile.py", "*.lock", "requirements*.txt");

    /** Whether the environments themselves are kept. */
    public boolean keepsVenvs() {
        return !mode.equals("downloads");
    }

    /** Whether what pip or uv downloads is kept. */
    public boolean keepsDownloads() {
        return !mode.equals("venv");
    }

    /** Whether an entry with other contents of the files may be taken. */
    public boolean fallsBack() {
        return fallback != null;
    }

    /** Whether it is saved when the job has succeeded, whatever started it. */
    public boolean savesAsUsual() {
        return save.equals("success");
    }

    /** Whether only runs of the default branch save. */
    public boolean savesOnDefaultBranch() {
        return save.equals("default-branch");
    }

    /** Whether it is saved after a failure, too. */
    public boolean savesAlways() {
        return save.equals("always");
    }
}
