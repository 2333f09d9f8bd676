package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes files so that at any moment each is the old one or the new one: first all of them beside the old ones, then all
 * are renamed. So a disk that is full, or a folder that may not be written, leaves every old file.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** The steps of writing a file, in their order. Before each of them the file is the old one, whatever happens. */
    enum Step {
        /** Makes the folder. */
        FOLDER,
        /** Makes an empty file in it. */
        BESIDE,
        /** Writes the text there. */
        TEXT,
        /** Waits until the disk has it. */
        DISK,
        /** Gives it the old one's owner and permissions. */
        PERMISSIONS,
        /** Gives it the old one's name. */
        NAME
    }

    /** Called before each step; an exception simulates a fault of the disk. */
    interface Watcher {
        void before(Step step) throws IOException;
    }

    /**
     * The content to write to a file.
     *
     * @param name in messages
     */
    public record Text(String name, Path path, String text) {}

    /**
     * Writes a text as UTF-8. A symbolic link stays one; owner and permissions stay as they are.
     *
     * @throws FileProblem when it cannot be written
     */
    public static void write(String name, Path path, String text) throws IOException {
        write(List.of(new Text(name, path, text)));
    }

    /**
     * Writes several, all or none as far as a file system allows.
     *
     * @throws FileProblem when one of them cannot be written
     */
    public static void write(List<Text> texts) throws IOException {
        write(texts, step -> {});
    }

    /** The same, watched: for tests of what no disk does when it is asked to. */
    static void write(List<Text> texts, Watcher watcher) throws IOException {
        List<StagedFile> staged = new ArrayList<>();
        try {
            for (Text text : texts) {
                StagedFile file = named(text, () -> StagedFile.beside(text.path(), watcher));
                staged.add(file);
                named(text, () -> file.fill(text.text(), watcher));
            }
            for (int i = 0; i < staged.size(); i++) {
                StagedFile file = staged.get(i);
                named(texts.get(i), () -> {
                    watcher.before(Step.NAME);
                    return Files.move(file.beside(), file.file(), StandardCopyOption.ATOMIC_MOVE);
                });
            }
        } finally {
            for (StagedFile file : staged) {
                Files.deleteIfExists(file.beside());
            }
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private static <T> T named(Text text, Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (IOException e) {
            throw FileProblem.of(text.name(), e);
        }
    }
}
