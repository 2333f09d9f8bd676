package dev.genci.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the workspace a session is: its steps run there, and its paths are relative to it.
 *
 * @param directory relative to the workspace; absent for the workspace itself
 * @param noxfile relative to the directory; absent for nox's own default
 */
public record Location(
        @Nullable Located<String> directory, @Nullable Located<String> noxfile) {
    /** The file that nox reads if it is told no other. */
    public static final String NOXFILE = "noxfile.py";

    private static final String VENVS = ".nox";

    /** The directory in one form, without a dot or a slash at its ends; absent for the workspace itself. */
    public @Nullable String folder() {
        String folder = directory == null ? "" : normal(directory.value());
        return folder.isEmpty() ? null : folder;
    }

    /** The noxfile, relative to the workspace. */
    public String noxfileInWorkspace() {
        return inWorkspace(noxfile == null ? NOXFILE : normal(noxfile.value()));
    }

    /**
     * A path or pattern, relative to the workspace. It begins with {@code ..} where it leaves the workspace. One that an
     * expression puts somewhere else stays as it is.
     */
    public String inWorkspace(String path) {
        String folder = folder();
        if (folder == null || path.startsWith("${{ runner.") || path.startsWith("${{ github.workspace ")) {
            return path;
        }
        boolean excludes = path.startsWith("!");
        String inside = normal(folder + "/" + (excludes ? path.substring(1) : path));
        return excludes ? "!" + inside : inside;
    }

    /**
     * The folder in which nox keeps its environments, relative to the workspace: beside the noxfile, unless the manifest says
     * otherwise.
     *
     * @param cache absent where nothing is cached
     */
    public String cached(@Nullable CacheSettings cache) {
        Located<String> path = cache == null ? null : cache.path();
        if (path != null) {
            return inWorkspace(path.value());
        }
        String beside = String.join("/", besideNoxfile());
        return inWorkspace(beside.isEmpty() ? VENVS : beside + "/" + VENVS);
    }

    /**
     * The other folders and files that a cache holds: relative to the workspace, but for those that begin with a slash or the home
     * folder.
     */
    public List<String> alsoCached(CacheSettings cache) {
        return cache.also().stream()
                .map(Located::value)
                .map(path -> isElsewhere(path) ? path : inWorkspace(path))
                .toList();
    }

    /** Whether a path that a cache also holds is on the machine, and not relative to a folder of the project. */
    public static boolean isElsewhere(String path) {
        return path.startsWith("/") || path.startsWith("~/");
    }

    /** The patterns of the files that decide about a cache, relative to the workspace. The noxfile is always one of them. */
    public List<String> hashed(CacheSettings cache) {
        List<String> patterns = new ArrayList<>();
        String own = noxfileInWorkspace();
        for (Located<String> pattern : cache.hash()) {
            boolean usual = !cache.ownHash() && pattern.value().equals(NOXFILE);
            patterns.add(usual ? own : inWorkspace(pattern.value()));
        }
        if (!patterns.contains(own)) {
            patterns.add(own);
        }
        return patterns;
    }

    /**
     * The options by which nox finds its noxfile and its environments.
     *
     * @param cache absent where it does not matter where the environments are
     */
    public List<String> options(@Nullable CacheSettings cache) {
        List<String> options = new ArrayList<>();
        if (noxfile != null && !normal(noxfile.value()).equals(NOXFILE)) {
            options.addAll(List.of("--noxfile", noxfile.value()));
        }
        Located<String> path = cache == null ? null : cache.path();
        if (path != null) {
            // nox goes to the folder of the noxfile before it reads this path.
            List<String> own = segments(noxfileInWorkspace());
            String envdir = from(own.subList(0, own.size() - 1), segments(normal(inWorkspace(path.value()))));
            if (!envdir.equals(VENVS)) {
                options.addAll(List.of("--envdir", envdir));
            }
        }
        return options;
    }

    private List<String> besideNoxfile() {
        List<String> segments = noxfile == null ? List.of() : segments(normal(noxfile.value()));
        return segments.isEmpty() ? segments : segments.subList(0, segments.size() - 1);
    }

    /** The way from one folder to another. */
    private static String from(List<String> start, List<String> end) {
        int same = 0;
        while (same < start.size() && same < end.size() && start.get(same).equals(end.get(same))) {
            same++;
        }
        List<String> way = new ArrayList<>(Collections.nCopies(start.size() - same, ".."));
        way.addAll(end.subList(same, end.size()));
        return way.isEmpty() ? "." : String.join("/", way);
    }

    private static List<String> segments(String normal) {
        return normal.isEmpty() ? List.of() : List.of(normal.split("/"));
    }

    /** A path without the segments that lead nowhere: {@code ./a/../b/} is {@code b}. */
    private static String normal(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")
                    && !segments.isEmpty()
                    && !segments.getLast().equals("..")) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
