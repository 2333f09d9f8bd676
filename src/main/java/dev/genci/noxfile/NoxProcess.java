package dev.genci.noxfile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs nox for its listing. It runs nothing of a session, but nox imports the noxfile. */
public final class NoxProcess {
    /** All sessions: without a filter nox lists only those that run by default. */
    private static final List<String> ARGUMENTS = List.of("-l", "--json", "-k", "not zzz");

    /** What would make nox list other sessions, give them other names, or print in colours. */
    private static final List<String> CLEARED =
            List.of("NOXSESSION", "NOXPYTHON", "NOXEXTRAPYTHON", "NOXFORCEPYTHON", "FORCE_COLOR", "NO_COLOR");

    /** Far more than importing a noxfile takes. One that waits for something would wait for ever: there is no input. */
    private static final int LIMIT_SECONDS = 60;

    /** For how long people wait without a word. */
    private static final int PATIENCE_SECONDS = 1;

    private static final int SHOWN_LINES = 6;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private NoxProcess() {}

    /**
     * What nox prints. Waits a minute at most, then ends nox and all that it has started.
     *
     * @param folder in which it runs
     * @param options before its own, such as those that name a noxfile
     * @param env the variables of the process; nox is found on their {@code PATH}
     * @param slow runs once if nox takes more than a second, while it does
     * @throws ListingProblem when there is no nox, or it fails, or does not end
     */
    public static String list(Path folder, List<String> options, Map<String, String> env, Runnable slow)
            throws ListingProblem {
        return list(folder, options, env, slow, Duration.ofSeconds(LIMIT_SECONDS));
    }

    static String list(Path folder, List<String> options, Map<String, String> env, Runnable slow, Duration limit)
            throws ListingProblem {
        Path nox = find(env.getOrDefault("PATH", ""), folder);
        if (nox == null) {
            throw ListingProblem.missing("cannot run nox: there is none on the PATH");
        }
        try {
            Path errors = Files.createTempFile("gen-ci-nox", ".txt");
            errors.toFile().deleteOnExit();
            Process process = start(nox, folder, options, env, errors);
            try {
                process.getOutputStream().close();
                String out = awaited(output(process), slow, limit);
                if (process.exitValue() != 0) {
                    throw ListingProblem.wrong(
                            "nox -l --json failed with exit code " + process.exitValue() + lastLines(errors));
                }
                return out;
            } finally {
                end(process);
            }
        } catch (IOException | ExecutionException e) {
            throw ListingProblem.missing("cannot run " + nox + ": " + e.getMessage());
        } catch (TimeoutException e) {
            throw ListingProblem.missing(
                    "nox -l --json was stopped, as it had not ended after " + limit.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ListingProblem.missing("nox was interrupted");
        }
    }

    private static String awaited(Future<String> output, Runnable slow, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration patience = Duration.ofSeconds(PATIENCE_SECONDS);
        try {
            return output.get(Math.min(patience.toNanos(), limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            slow.run();
            return output.get(Math.max(0, limit.minus(patience).toNanos()), TimeUnit.NANOSECONDS);
        }
    }

    /** What a process prints until it ends. In a thread of its own: nothing ends the reading of a pipe that somebody holds. */
    private static Future<String> output(Process process) {
        FutureTask<String> output = new FutureTask<>(() -> {
            String text;
            try (InputStream in = process.getInputStream()) {
                text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
            process.waitFor();
            return text;
        });
        Thread thread = new Thread(output, "output of nox");
        thread.setDaemon(true);
        thread.start();
        return output;
    }

    /** Ends a process with all that it has started; nothing where it has ended by itself. */
    private static void end(Process process) {
        // Listed before: afterwards nobody knows whose children they were.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Process start(Path nox, Path folder, List<String> options, Map<String, String> env, Path errors)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(nox.toString()).directory(folder.toFile()).redirectError(errors.toFile());
        builder.command().addAll(options);
        builder.command().addAll(ARGUMENTS);
        builder.environment().clear();
        builder.environment().putAll(env);
        CLEARED.forEach(builder.environment()::remove);
        // Else nox would look for dependencies of the noxfile, and make an environment to list in.
        builder.environment().put("NOX_SCRIPT_MODE", "none");
        return builder.start();
    }

    /** The program on a {@code PATH}. */
    private static @Nullable Path find(String path, Path folder) {
        for (String place : path.split(Pattern.quote(File.pathSeparator), -1)) {
            for (String name : List.of("nox", "nox.exe")) {
                Path file = folder.resolve(place).resolve(name);
                if (!place.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    /** The end of what nox said, indented: the beginning is where in nox it happened. */
    private static String lastLines(Path errors) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        String said = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
        said.lines().filter(line -> !line.isBlank()).forEach(line -> {
            last.add(line);
            if (last.size() > SHOWN_LINES) {
                last.remove();
            }
        });
        return last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last);
    }
}
