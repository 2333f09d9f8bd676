package dev.genci.cli;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workspace.Base;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which manifest a verb reads. */
final class ManifestInput {
    private static final List<String> FOUND = List.of("sessions.yaml", ".ci/sessions.yaml");
    private static final String STDIN = "-";

    @Parameters(
            arity = "0..1",
            paramLabel = "MANIFEST",
            description = "The manifest, or - for standard input. Default: sessions.yaml, then .ci/sessions.yaml.")
    private @Nullable String file;

    @Option(
            names = "--stdin-filename",
            paramLabel = "FILE",
            description = "The manifest's name when it is read from standard input.")
    private @Nullable String stdinName;

    /** A manifest that was read, and the folder its paths are relative to. */
    record Read(SourceFile source, Base base) {}

    /** What the arguments named. */
    @Nullable String file() {
        return file;
    }

    /**
     * Reads it.
     *
     * @throws Stop when it cannot be read, or is no text
     */
    Read read(Console console, Common common) {
        if (STDIN.equals(file)) {
            String name = stdinName == null ? FOUND.get(0) : stdinName;
            String shown = stdinName == null ? "<stdin>" : stdinName;
            return read(shown, stdin(console), console.folder().resolve(name), console, common);
        }
        String name = file == null ? find(console) : file;
        Path path = console.folder().resolve(name);
        return read(name, bytes(name, path), path, console, common);
    }

    private static Read read(String name, byte[] bytes, Path path, Console console, Common common) {
        return new Read(decode(name, bytes, console, common), Base.of(path));
    }

    private static String find(Console console) {
        for (String name : FOUND) {
            if (Files.exists(console.folder().resolve(name))) {
                return name;
            }
        }
        throw new Stop(ExitCode.FILE, "there is no sessions.yaml and no .ci/sessions.yaml here; name the manifest");
    }

    private static byte[] stdin(Console console) {
        try {
            return console.in().readAllBytes();
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot read standard input: " + e.getMessage());
        }
    }

    private static byte[] bytes(String name, Path path) {
        if (Files.isDirectory(path)) {
            throw new Stop(ExitCode.FILE, "cannot read " + name + ": it is a folder");
        }
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new Stop(ExitCode.FILE, "cannot read " + name + ": there is no such file" + Verbs.hint(name));
        } catch (AccessDeniedException e) {
            throw new Stop(ExitCode.FILE, "cannot read " + name + ": permission denied");
        } catch (IOException e) {
            throw new Stop(ExitCode.FILE, "cannot read " + name + ": " + e.getMessage());
        }
    }

    private static SourceFile decode(String name, byte[] bytes, Console console, Common common) {
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
            console.say(List.of(notUtf8(before)), common.color());
            throw new Stop(ExitCode.INPUT, "");
        }
        String text = out.flip().toString();
        return new SourceFile(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static Diagnostic notUtf8(SourceFile before) {
        int line = 1 + (int) before.text().chars().filter(c -> c == '\n').count();
        String last = before.line(line);
        Place place = new Place(before, line, last.codePointCount(0, last.length()) + 1, 1);
        return Diagnostic.error("not-utf-8", place, "the file is not UTF-8 text from here on");
    }
}
