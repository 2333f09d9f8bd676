package dev.genci.workspace;

import java.nio.file.Path;

/**
 * The folder to which a manifest's paths are relative: its own, or the one above when that is {@code .ci}.
 *
 * @param folder absolute
 * @param manifest the manifest's path below it, with {@code /}
 */
public record Project(Path folder, String manifest) {

    /** The project of a manifest. */
    public static Project of(Path manifest) {
        Path file = manifest.toAbsolutePath().normalize();
        Path own = parent(file);
        boolean hidden = own.endsWith(".ci") && own.getParent() != null;
        Path folder = hidden ? parent(own) : own;
        return new Project(folder, folder.relativize(file).toString().replace('\\', '/'));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** A file below the project. */
    public Path resolve(String path) {
        return folder.resolve(path);
    }

    /** What a person types there to write the workflows; a manifest that is found by itself is not named. */
    public String writeCommand() {
        return "gen-ci -w" + (isFoundByItself() ? "" : " " + manifest);
    }

    /** Whether gen-ci finds the manifest without its path. */
    public boolean isFoundByItself() {
        return manifest.equals("sessions.yaml") || manifest.equals(".ci/sessions.yaml");
    }
}
