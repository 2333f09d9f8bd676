package dev.genci.fuzz;

import dev.genci.cli.GenCi;
import dev.genci.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** gen-ci as a process of its own: with the real streams, the real stack, the real end. */
final class WholeProcess {
    private static final long SECONDS = 60;

    private WholeProcess() {}

    /** The command that starts it, without arguments. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName());
    }

    /** Also from another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs it in a folder. */
    static GenCi.Result run(Path folder, List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        command.addAll(args);
        Path out = Files.createTempFile("gen-ci", ".out");
        Path err = Files.createTempFile("gen-ci", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("gen-ci did not end within " + SECONDS + " s");
            }
            return new GenCi.Result(text(out), text(err), process.exitValue());
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
