package dev.genci.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The git repository around a project. Its files are read as git's "gitrepository-layout" describes them: to start git takes as
 * long as all that gen-ci does. What cannot be read is not known.
 *
 * @param top the folder that a forge shows as the repository
 * @param own git's folder of this work tree
 * @param common git's folder of all work trees
 */
public record Repository(Path top, Path own, Path common) {
    private static final String HEAD = "HEAD";
    private static final String SYMBOLIC = "ref: ";
    private static final String BRANCHES = "refs/heads/";
    private static final String REMOTES = "refs/remotes/";
    private static final String ORIGIN = REMOTES + "origin/";
    private static final String WORK_TREE = "gitdir: ";

    /** The repository that a folder belongs to; {@code null} if there is none. */
    public static @Nullable Repository around(Path folder) {
        for (Path top = folder.toAbsolutePath().normalize(); top != null; top = top.getParent()) {
            Path git = top.resolve(".git");
            String link = Files.isRegularFile(git) ? text(git) : "";
            Path own = link.startsWith(WORK_TREE) ? below(top, link.substring(WORK_TREE.length())) : git;
            if (Files.exists(own.resolve(HEAD))) {
                Path common = own.resolve("commondir");
                return new Repository(top, own, Files.exists(common) ? below(own, text(common)) : own);
            }
        }
        return null;
    }

    /** Whether all branches of the repository can be known here: not in a clone of a part of it, nor in another format. */
    public boolean listsBranches() {
        return !Files.exists(common.resolve("shallow")) && !Files.exists(common.resolve("reftable"));
    }

    /** Whether a branch has this name, here or at a remote. */
    public boolean hasBranch(String name) {
        String packed = text(common.resolve("packed-refs"));
        if (has(BRANCHES + name) || packed.contains(" " + BRANCHES + name + "\n")) {
            return true;
        }
        for (String remote : remotes()) {
            if (has(REMOTES + remote + "/" + name)) {
                return true;
            }
        }
        return packed.lines().anyMatch(line -> isRemote(line, name));
    }

    /** Into which pull requests are merged, as the clone was told; else what is checked out; {@code null} if neither is known. */
    public @Nullable String mainBranch() {
        String remote = symbolic(common.resolve(ORIGIN + HEAD), ORIGIN);
        return remote == null ? symbolic(own.resolve(HEAD), BRANCHES) : remote;
    }

    private boolean has(String ref) {
        try {
            return Files.isRegularFile(common.resolve(ref));
        } catch (InvalidPathException e) {
            return false; // no file can have such a name here
        }
    }

    private List<String> remotes() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(common.resolve(REMOTES))) {
            List<String> names = new ArrayList<>();
            folders.forEach(folder -> names.add(String.valueOf(folder.getFileName())));
            return names;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A line of packed refs is a commit and a name: {@code refs/remotes/REMOTE/BRANCH}. */
    private static boolean isRemote(String line, String branch) {
        int remote = line.indexOf(" " + REMOTES);
        int end = remote < 0 ? -1 : line.indexOf('/', remote + 1 + REMOTES.length());
        return end >= 0 && line.substring(end + 1).equals(branch);
    }

    private static @Nullable String symbolic(Path ref, String prefix) {
        String text = text(ref);
        return text.startsWith(SYMBOLIC + prefix)
                ? text.substring(SYMBOLIC.length() + prefix.length()).strip()
                : null;
    }

    private static Path below(Path folder, String path) {
        try {
            return folder.resolve(path.strip()).normalize();
        } catch (InvalidPathException e) {
            return folder;
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? RegularFile.readText(file.toString(), file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
