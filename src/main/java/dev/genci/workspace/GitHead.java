package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads files from git's HEAD, with a time-out of ten seconds. */
final class GitHead {
    private static final int PATIENCE_SECONDS = 10;

    private GitHead() {}

    /**
     * The bytes of a file; {@code null} without git, outside a repository, when HEAD has no such file, when it is too large, and
     * when git does not answer in time.
     *
     * @param path relative to the folder
     */
    static byte @Nullable [] read(Path folder, String path) {
        return read(folder, path, "git", Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** The same with another program, for tests. */
    static byte @Nullable [] read(Path folder, String path, String program, Duration patience) {
        Process git;
        try {
            git = new ProcessBuilder(program, "show", "HEAD:./" + path)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
        FutureTask<byte[]> reading =
                new FutureTask<>(() -> git.getInputStream().readNBytes(RegularFile.MOST_BYTES + 1));
        Thread thread = new Thread(reading, "gen-ci git");
        thread.setDaemon(true);
        thread.start();
        try {
            byte[] bytes = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            boolean ended =
                    bytes.length <= RegularFile.MOST_BYTES && git.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            return ended && git.exitValue() == 0 ? bytes : null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            git.destroyForcibly();
        }
    }
}
