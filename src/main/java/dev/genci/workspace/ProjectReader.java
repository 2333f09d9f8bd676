package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of a repository, which may come from a stranger: only regular ones of bounded size, inside the project after
 * all links are followed. Else a pipe would never end, and a link would have us read, or write, what is no part of it.
 */
final class ProjectReader {
    private final Project project;

    ProjectReader(Project project) {
        this.project = project;
    }

    /**
     * The bytes of a file; {@code null} when there is none, and one could be written there.
     *
     * @param path relative to the project
     * @throws FileProblem when what is there is not such a file
     */
    byte @Nullable [] read(String path) throws IOException {
        Path file = project.resolve(path);
        try {
            checkInside(path, file);
            if (!Files.exists(file)) {
                return null;
            }
            return RegularFile.read(path, file);
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
    }

    /** Checks the existing part of the path, from its end. */
    private void checkInside(String path, Path file) throws IOException {
        Path there = file;
        while (!Files.exists(there)) {
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileProblem(path, "it is, or is below, a symbolic link that leads nowhere");
            }
            there = there.getParent();
            if (there == null || !there.startsWith(project.folder())) {
                return; // there is nothing yet: not even the project's folder
            }
        }
        if (!there.toRealPath().startsWith(project.folder().toRealPath())) {
            throw new FileProblem(path, "it is, or is below, a symbolic link that leads out of the project's folder");
        }
    }
}
