package dev.genci.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the program within this process, for tests of every package. */
public final class GenCi {
    private GenCi() {}

    /** What a run said and how it ended. */
    public record Result(String out, String err, int exit) {}

    /** Runs arguments in a folder, without a terminal and without variables. */
    public static Result run(Path folder, byte[] stdin, List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = run(folder, stdin, args, out, err);
        return new Result(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
    }

    /** The same with streams that somebody else reads and writes meanwhile. */
    public static Result run(Path folder, InputStream stdin, List<String> args, ByteArrayOutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, stdin, folder, Map.of(), false, false);
        int exit = Main.run(console, args.toArray(String[]::new));
        return new Result(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
    }

    /** The same with both streams in one, as a person sees them. */
    public static Result runMixed(Path folder, List<String> args) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int exit = run(folder, new byte[0], args, all, all);
        return new Result(all.toString(StandardCharsets.UTF_8), "", exit);
    }

    private static int run(
            Path folder, byte[] stdin, List<String> args, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Console console = new Console(out, err, new ByteArrayInputStream(stdin), folder, Map.of(), false, false);
        return Main.run(console, args.toArray(String[]::new));
    }
}
