package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Tests whether file patterns match anything. */
public final class HashPatterns {
    /** Folders that no key depends on, and that can be large. */
    static final Set<String> SKIPPED = Set.of(".git", ".nox", ".venv", "node_modules");

    private static final String WILDCARDS = "*?[";

    private HashPatterns() {}

    /** Whether a pattern of {@code hashFiles} matches a file below the project; one that excludes always does. */
    public static boolean matches(Project project, String pattern) throws IOException {
        if (pattern.startsWith("!")) {
            return true;
        }
        if (pattern.chars().noneMatch(c -> WILDCARDS.indexOf(c) >= 0)) {
            return isFile(project, pattern);
        }
        PathMatcher matcher;
        try {
            // Here "**/" needs a folder, there it does not.
            matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + pattern.replace("{", "\\{").replace("**/", "{,**/}"));
        } catch (PatternSyntaxException e) {
            return true;
        }
        Finder finder = new Finder(project.folder(), matcher);
        Files.walkFileTree(project.folder(), finder);
        return finder.found;
    }

    private static boolean isFile(Project project, String path) {
        try {
            return Files.isRegularFile(project.resolve(path));
        } catch (InvalidPathException e) {
            return false; // no file can have such a name here
        }
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final PathMatcher matcher;
        private boolean found;

        private Finder(Path folder, PathMatcher matcher) {
            this.folder = folder;
            this.matcher = matcher;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(directory.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found = matcher.matches(folder.relativize(file));
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
