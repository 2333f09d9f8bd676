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

    /** Set by the launcher to the numbers of the streams that are terminals: a JVM cannot tell one from the other. */
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
     * Prints what was asked for. A reader that has gone away is no fault; a full disk is.
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

    /** Says something beside what was asked for. */
    void say(String text) {
        try {
            err.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Nobody listens, and there is no other place to say so.
            return;
        }
    }

    /** Says diagnostics. */
    void say(List<Diagnostic> diagnostics, ColorChoice color) {
        if (!diagnostics.isEmpty()) {
            say(new TextReport(color.on(this, errIsTerminal)).print(diagnostics).stripTrailing());
        }
    }

    /** When to use colours. */
    enum ColorChoice {
        /** On a terminal, unless {@code NO_COLOR} is set. */
        auto,
        /** In any case. */
        always,
        /** In no case. */
        never;

        boolean on(Console console, boolean terminal) {
            boolean wanted = terminal
                    && console.env().getOrDefault("NO_COLOR", "").isEmpty()
                    && !"dumb".equals(console.env().get("TERM"));
            return this == always || this == auto && wanted;
        }
    }
}
