package dev.genci.lower.template;

import dev.genci.manifest.Upload;
import dev.genci.pipeline.ArtifactStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of an artifact come from. The action keeps of each path what is below a folder: of one pattern, below what
 * stands before its first wildcard; of several paths, below the folder that all have in common; of a single file, below
 * its folder; of a single folder, below itself ({@code @actions/artifact}, {@code @actions/glob}).
 */
final class ArtifactPaths {
    private ArtifactPaths() {}

    /** What the upload is told. Of a single path nobody knows here whether it is a file or a folder. */
    static String text(List<String> paths) {
        return isUnclear(paths) ? paths.get(0) + "\n" + ArtifactStep.Upload.NOTHING + "\n" : String.join("\n", paths);
    }

    /** The folder, relative to the workspace, into which the files must be brought to be where they were. */
    static String root(List<String> paths) {
        List<String> common = null;
        for (String path : isUnclear(paths) ? List.of(paths.get(0), ArtifactStep.Upload.NOTHING) : paths) {
            if (path.startsWith("!")) {
                continue;
            }
            List<String> search = search(path);
            common = common == null ? search : common(common, search);
        }
        return common == null || common.isEmpty() ? "." : String.join("/", common);
    }

    private static boolean isUnclear(List<String> paths) {
        List<String> included =
                paths.stream().filter(path -> !path.startsWith("!")).toList();
        return paths.size() == 1
                && included.size() == 1
                && !Upload.isPattern(included.get(0))
                && !search(included.get(0)).isEmpty();
    }

    /** The segments of a path before the first wildcard. */
    private static List<String> search(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.replace('\\', '/').split("/", -1)) {
            if (Upload.isPattern(segment)) {
                break;
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static List<String> common(List<String> one, List<String> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return one.subList(0, same);
    }

    /** Whether a path names a file or folder that begins with a dot. */
    static boolean nameHidden(List<String> paths) {
        return paths.stream()
                .flatMap(path -> List.of(path.split("/", -1)).stream())
                .anyMatch(segment -> segment.startsWith(".") && !segment.equals(".") && !segment.equals(".."));
    }
}
