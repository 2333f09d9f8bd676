package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or written. The message is {@code path: why}, with the path as the user knows it. */
public final class FileProblem extends IOException {
    private static final long serialVersionUID = 1;

    FileProblem(String path, String why) {
        super(path + ": " + why);
    }

    private FileProblem(String path, IOException cause) {
        super(path + ": " + why(cause), cause);
    }

    /** The same problem with the path that messages use. */
    static FileProblem of(String path, IOException cause) {
        return cause instanceof FileProblem named ? named : new FileProblem(path, cause);
    }

    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a folder of this path is a file";
        }
        @Nullable String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return reason == null ? cause.toString() : reason;
    }
}
