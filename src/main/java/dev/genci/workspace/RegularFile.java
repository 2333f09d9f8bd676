package dev.genci.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads regular files of limited size. */
public final class RegularFile {
    /** No forge accepts a larger workflow. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private RegularFile() {}

    /**
     * The bytes of a file.
     *
     * @param name in messages
     * @throws FileProblem when it is not there, no regular file, or larger than 16 MiB
     */
    public static byte[] read(String name, Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileProblem(name, Files.isDirectory(file) ? "it is a folder" : "it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new FileProblem(name, "it is larger than " + MOST_BYTES / 1024 / 1024 + " MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw FileProblem.of(name, e);
        }
    }

    /**
     * The text of a file.
     *
     * @throws FileProblem also when it is not UTF-8
     */
    public static String readText(String name, Path file) throws IOException {
        byte[] bytes = read(name, file);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FileProblem(name, "it is not UTF-8 text");
        }
    }
}
