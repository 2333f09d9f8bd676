package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tests whether patterns of changed files match anything: GitHub's documentation, "Workflow syntax", "filter pattern cheat sheet".
 * {@code *} is any text without a slash, {@code **} any text, and a slash after it may be missing; a backslash takes a character
 * as it is.
 */
public final class PathPatterns {
    /** In a repository with more files nobody looks: it would take long. */
    private static final int MOST_FILES = 100_000;

    private PathPatterns() {}

    /** Those of some patterns that match no file of a repository. */
    public static Set<String> unmatched(Repository repository, Collection<String> patterns) throws IOException {
        Finder finder = new Finder(repository.top(), new LinkedHashSet<>(patterns));
        Files.walkFileTree(repository.top(), finder);
        return finder.files > MOST_FILES ? Set.of() : finder.left;
    }

    /** Whether a pattern matches a path; in time that grows with the product of their lengths. */
    static boolean matches(String pattern, String path) {
        BitSet places = new BitSet(pattern.length() + 1);
        places.set(0);
        spread(pattern, places, new BitSet());
        for (int i = 0; i < path.length() && !places.isEmpty(); i++) {
            BitSet inside = new BitSet(pattern.length() + 1);
            places = after(pattern, places, path.charAt(i), inside);
            inside.andNot(places);
            places.or(inside);
            spread(pattern, places, inside);
        }
        return places.get(pattern.length());
    }

    /**
     * Where the pattern may stand after a character, from where it may stand before.
     *
     * @param inside gets the stars that stand for the character, too
     */
    private static BitSet after(String pattern, BitSet places, char next, BitSet inside) {
        BitSet reached = new BitSet(pattern.length() + 1);
        for (int at = places.nextSetBit(0); at >= 0 && at < pattern.length(); at = places.nextSetBit(at + 1)) {
            char c = pattern.charAt(at);
            int end = stars(pattern, at);
            if (end > at) {
                if (next != '/' || end > at + 1) {
                    inside.set(at);
                }
            } else if (c == '\\' && at + 1 < pattern.length()) {
                if (pattern.charAt(at + 1) == next) {
                    reached.set(at + 2);
                }
            } else if (c == next) {
                reached.set(at + 1);
            }
        }
        return reached;
    }

    /**
     * Also where it may stand as stars end here. Where they stand for nothing, the slash behind two of them may be missing.
     *
     * @param inside the stars that stand for something
     */
    private static void spread(String pattern, BitSet places, BitSet inside) {
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            int end = stars(pattern, at);
            if (end > at) {
                places.set(end);
                boolean whole = end > at + 1 && !inside.get(at) && (at == 0 || pattern.charAt(at - 1) == '/');
                if (whole && end < pattern.length() && pattern.charAt(end) == '/') {
                    places.set(end + 1);
                }
            }
        }
    }

    private static int stars(String pattern, int at) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == '*') {
            end++;
        }
        return end;
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path top;
        private final Set<String> left;
        private int files;

        private Finder(Path top, Set<String> left) {
            this.top = top;
            this.left = left;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return HashPatterns.SKIPPED.contains(String.valueOf(directory.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            String path = top.relativize(file).toString().replace('\\', '/');
            left.removeIf(pattern -> matches(pattern, path));
            return left.isEmpty() || files > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
