package dev.genci.cli;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workspace.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Finds and reads the manifest of a verb. */
final class ManifestInput {
    /** Where a manifest is looked for. */
    static final List<String> FOUND = List.of("sessions.yaml", ".ci/sessions.yaml");

    private static final String STDIN = "-";
    /** What is larger is no manifest, and may have no end at all: a device, a pipe. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private ManifestInput() {}

    /** A manifest that was read, and the folder its paths are relative to. */
    record Read(SourceFile source, Project project) {}

    /**
     * Reads it.
     *
     * @throws Failure when it cannot be read, or is no text
     */
    static Read read(Console console, Arguments arguments) {
        return read(console, arguments, diagnostics -> console.say(diagnostics, arguments.color()));
    }

    /**
     * Reads it.
     *
     * @param report gets to know why it is no text
     * @throws Failure when it cannot be read, or is no text
     */
    static Read read(Console console, Arguments arguments, Consumer<List<Diagnostic>> report) {
        String file = arguments.positional();
        if (STDIN.equals(file)) {
            String stdinName = arguments.text(Options.STDIN_NAME);
            String name = stdinName == null ? FOUND.get(0) : stdinName;
            String shown = stdinName == null ? "<stdin>" : stdinName;
            return read(shown, stdin(console), console.folder().resolve(name), report);
        }
        String name = file == null ? find(console) : file;
        Path path = console.folder().resolve(name);
        return read(name, bytes(name, path), path, report);
    }

    /**
     * Another text than the manifest.
     *
     * @param name of a file; {@code -} for standard input
     * @throws Failure when it cannot be read, or is no text
     */
    static SourceFile other(Console console, String name) {
        return other(console, name, problems -> console.say(problems, Console.ColorChoice.never));
    }

    /**
     * Another text than the manifest.
     *
     * @param report gets to know why it is no text
     * @throws Failure when it cannot be read, or is no text
     */
    static SourceFile other(Console console, String name, Consumer<List<Diagnostic>> report) {
        boolean stdin = STDIN.equals(name);
        byte[] bytes = stdin ? stdin(console) : bytes(name, console.folder().resolve(name));
        return decode(stdin ? "<stdin>" : name, bytes, report);
    }

    private static Read read(String name, byte[] bytes, Path path, Consumer<List<Diagnostic>> report) {
        return new Read(decode(name, bytes, report), Project.of(path));
    }

    private static String find(Console console) {
        for (String name : FOUND) {
            if (Files.exists(console.folder().resolve(name))) {
                return name;
            }
        }
        // Whose gen-ci is that of a hook cannot run another verb.
        String advice = PreCommit.runs(console)
                ? "write one, or name the manifest in the hook's args"
                : "name the manifest, or make one: gen-ci init";
        throw new Failure(ExitCode.FILE, "found neither sessions.yaml nor .ci/sessions.yaml here; " + advice);
    }

    private static byte[] stdin(Console console) {
        try {
            if (isOpenedByJava()) {
                throw new IOException("it is closed");
            }
            return console.in().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read standard input: " + e.getMessage());
        }
    }

    /** A Java that is started with standard input closed gives its number to the first file that it opens: one of its own. */
    private static boolean isOpenedByJava() throws IOException {
        Path opened = Path.of("/proc/self/fd/0");
        return Files.isSymbolicLink(opened)
                && Files.readSymbolicLink(opened)
                        .startsWith(Path.of(System.getProperty("java.home")).toRealPath());
    }

    private static byte[] bytes(String name, Path path) {
        if (Files.isDirectory(path)) {
            throw new Failure(ExitCode.FILE, "cannot read " + name + ": it is a folder");
        }
        // A shell's <(…) is a pipe that ends. A pipe in the project may have no other end.
        boolean device = path.startsWith("/dev") || path.startsWith("/proc");
        if (Files.exists(path) && !Files.isRegularFile(path) && !device) {
            throw new Failure(ExitCode.FILE, "cannot read " + name + ": it is not a regular file");
        }
        try {
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(MOST_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + name + ": no such file" + Verbs.hint(name));
        } catch (AccessDeniedException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + name + ": permission denied");
        } catch (IOException e) {
            throw new Failure(ExitCode.FILE, "cannot read " + name + ": " + e.getMessage());
        }
    }

    private static SourceFile decode(String name, byte[] bytes, Consumer<List<Diagnostic>> report) {
        if (bytes.length > MOST_BYTES) {
            Place start = Place.start(new SourceFile(name, ""));
            String message = "the file is larger than " + MOST_BYTES / 1024 / 1024 + " MiB";
            report.accept(List.of(Diagnostic.of(RuleId.LIMITS, start, message)));
            throw new Failure(ExitCode.INPUT, "");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            SourceFile before = new SourceFile(name, out.flip().toString());
            report.accept(List.of(notUtf8(before)));
            throw new Failure(ExitCode.INPUT, "");
        }
        String text = out.flip().toString();
        return new SourceFile(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static Diagnostic notUtf8(SourceFile before) {
        return Diagnostic.of(RuleId.NOT_UTF_8, before.end(), "the file is not UTF-8 text from here on")
                .help("save it as UTF-8");
    }
}
