package dev.genci.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the machine's git, as somebody who has a name. */
public final class Git {
    private Git() {}

    /**
     * How a git ended.
     *
     * @param exit its exit code
     * @param said all that it printed
     */
    public record Ended(int exit, String said) {}

    /** Runs it in a folder. */
    public static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(git.waitFor(), said);
    }
}
