package dev.genci.cli;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.report.TextReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The outside world of one run: streams, folder, environment. Everything printed is UTF-8.
 *
 * @param folder that relative paths are relative to
 */
record Console(
        OutputStream out,
        OutputStream err,
        InputStream in,
        Path folder,
        Map<String, String> env,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    /** Set by the launcher to the numbers of the streams that are terminals, which a JVM cannot know of each stream. */
    private static final String TERMINALS = "gen-ci.terminals";

    /** That of this process. */
    static Console ofProcess() {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.in,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.getProperty(TERMINALS, "").contains("1"),
                System.getProperty(TERMINALS, "").contains("2"));
    }

    /** The same in another folder. */
    Console in(Path other) {
        return new Console(out, err, in, folder.resolve(other).normalize(), env, outIsTerminal, errIsTerminal);
    }

    /**
     * Prints to standard output. A closed pipe is not an error; a full disk is.
     */
    void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            boolean gone = why.contains("broken pipe") || why.contains("bad file descriptor") || why.contains("closed");
            if (!gone) {
                throw new Failure(ExitCode.FILE, "cannot write the output: " + e.getMessage());
            }
        }
    }

    /** Prints a line to standard error. */
    void say(String text) {
        try {
            err.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Standard error is closed, so there is nowhere to report that.
            return;
        }
    }

    /** Prints diagnostics to standard error. */
    void say(List<Diagnostic> diagnostics, ColorChoice color) {
        if (!diagnostics.isEmpty()) {
            say(new TextReport(color.on(this, errIsTerminal)).print(diagnostics).stripTrailing());
        }
    }

    private boolean isSet(String variable) {
        return !env.getOrDefault(variable, "").isEmpty();
    }

    /** When to use colours. */
    enum ColorChoice {
        /** On a terminal that is not dumb, or where {@code FORCE_COLOR} is set; unless {@code NO_COLOR} is set, which wins. */
        auto,
        /** In any case. */
        always,
        /** In no case. */
        never;

        boolean on(Console console, boolean terminal) {
            boolean can = terminal && !"dumb".equals(console.env().get("TERM"));
            boolean wanted = (can || console.isSet("FORCE_COLOR")) && !console.isSet("NO_COLOR");
            return this == always || this == auto && wanted;
        }
    }
}
