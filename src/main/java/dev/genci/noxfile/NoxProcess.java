package dev.genci.noxfile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs nox for its listing. It runs nothing of a session, but nox imports the noxfile. */
public final class NoxProcess {
    /** All sessions: without a filter nox lists only those that run by default. */
    private static final List<String> ARGUMENTS = List.of("-l", "--json", "-k", "not zzz");

    /** What would make nox list other sessions, give them other names, or print in colours. */
    private static final List<String> CLEARED =
            List.of("NOXSESSION", "NOXPYTHON", "NOXEXTRAPYTHON", "NOXFORCEPYTHON", "FORCE_COLOR", "NO_COLOR");

    private static final int SHOWN_LINES = 6;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private NoxProcess() {}

    /**
     * What nox prints.
     *
     * @param folder of the noxfile
     * @param env the variables of the process; nox is found on their {@code PATH}
     * @throws ListingProblem when there is no nox, or it fails
     */
    public static String list(Path folder, Map<String, String> env) throws ListingProblem {
        Path nox = find(env.getOrDefault("PATH", ""), folder);
        if (nox == null) {
            throw ListingProblem.missing("cannot run nox: there is none on the PATH");
        }
        Path errors = null;
        try {
            errors = Files.createTempFile("gen-ci-nox", ".txt");
            Process process = start(nox, folder, env, errors);
            String out;
            process.getOutputStream().close();
            try (InputStream in = process.getInputStream()) {
                out = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw ListingProblem.wrong("nox -l --json failed with exit code " + exit + lastLines(errors));
            }
            return out;
        } catch (IOException e) {
            throw ListingProblem.missing("cannot run " + nox + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ListingProblem.missing("nox was interrupted");
        } finally {
            delete(errors);
        }
    }

    private static Process start(Path nox, Path folder, Map<String, String> env, Path errors) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(nox.toString()).directory(folder.toFile()).redirectError(errors.toFile());
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

    private static void delete(@Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
