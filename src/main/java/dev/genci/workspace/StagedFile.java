package dev.genci.workspace;

import dev.genci.workspace.AtomicFile.Step;
import dev.genci.workspace.AtomicFile.Watcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file that will replace another.
 *
 * @param beside the temporary file, in the same folder so that it can be renamed
 * @param file its name to be
 */
record StagedFile(Path beside, Path file) {

    /** An empty one; where there is no file yet, as readable as the user's umask has it. */
    static StagedFile beside(Path path, Watcher watcher) throws IOException {
        Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("it is not a file");
        }
        watcher.before(Step.FOLDER);
        Files.createDirectories(folder);
        watcher.before(Step.BESIDE);
        Leftovers.remove(folder);
        int number = 0;
        while (true) {
            try {
                return new StagedFile(Files.createFile(folder.resolve(Leftovers.name(number))), file);
            } catch (FileAlreadyExistsException e) {
                number++; // that one is another file of this run
            }
        }
    }

    /** Writes the text, and waits until the disk has it. */
    StagedFile fill(String text, Watcher watcher) throws IOException {
        watcher.before(Step.TEXT);
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            watcher.before(Step.DISK);
            channel.force(true);
        }
        watcher.before(Step.PERMISSIONS);
        copyOwnerAndPermissions();
        return this;
    }

    private void copyOwnerAndPermissions() throws IOException {
        @Nullable PosixFileAttributeView to = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (to == null || !Files.exists(file)) {
            return;
        }
        PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributes own = to.readAttributes();
        try {
            if (!own.owner().equals(old.owner())) {
                to.setOwner(old.owner());
            }
            if (!own.group().equals(old.group())) {
                to.setGroup(old.group());
            }
        } catch (IOException e) {
            // Only root may give files away. Who may write to the folder may replace what is in it.
        }
        to.setPermissions(old.permissions());
    }
}
