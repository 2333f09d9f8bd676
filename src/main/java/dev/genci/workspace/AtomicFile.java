package dev.genci.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes a file so that at any moment there is the old one or the new one: beside it first, then renamed. */
public final class AtomicFile {
    private AtomicFile() {}

    /** The steps of writing, in their order. Before each of them the file is the old one, whatever happens. */
    enum Step {
        /** Makes the folder. */
        FOLDER,
        /** Makes an empty file in it. */
        BESIDE,
        /** Writes the text there. */
        TEXT,
        /** Waits until the disk has it. */
        DISK,
        /** Gives it the old one's permissions. */
        PERMISSIONS,
        /** Gives it the old one's name. */
        NAME
    }

    /** Is told what comes next; what it throws is a fault of the disk. */
    interface Watcher {
        void before(Step step) throws IOException;
    }

    /** Writes a text as UTF-8. A symbolic link stays one; permissions stay as they are. */
    public static void write(Path path, String text) throws IOException {
        write(path, text, step -> {});
    }

    /** The same, watched: for tests of what no disk does when it is asked to. */
    static void write(Path path, String text, Watcher watcher) throws IOException {
        Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(path + " is no file");
        }
        watcher.before(Step.FOLDER);
        Files.createDirectories(folder);
        watcher.before(Step.BESIDE);
        Path beside = Files.createTempFile(folder, ".gen-ci-", ".tmp");
        try {
            watcher.before(Step.TEXT);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                watcher.before(Step.DISK);
                channel.force(true);
            }
            watcher.before(Step.PERMISSIONS);
            copyPermissions(file, beside);
            watcher.before(Step.NAME);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A temporary file is private; a workflow is as readable as any other file. */
    private static void copyPermissions(Path from, Path to) throws IOException {
        if (!Files.getFileStore(to).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.exists(from)
                ? Files.getPosixFilePermissions(from)
                : Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
        Files.setPosixFilePermissions(to, permissions);
    }
}
