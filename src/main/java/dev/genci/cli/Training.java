package dev.genci.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs several command lines in one JVM, from which the launcher records the start-up archive. */
public final class Training {
    private Training() {}

    /**
     * Runs them one after another, and discards their output.
     *
     * @param args command lines, each ended by {@code ;}
     */
    public static void main(String[] args) {
        Console console = new Console(
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                InputStream.nullInputStream(),
                Path.of("").toAbsolutePath(),
                Map.of(),
                false,
                false);
        List<String> line = new ArrayList<>();
        for (String arg : args) {
            if (arg.equals(";")) {
                Main.run(console, line.toArray(String[]::new));
                line.clear();
            } else {
                line.add(arg);
            }
        }
        // As the program does, so that this path is recorded too.
        Console.ofProcess().print("");
    }
}
