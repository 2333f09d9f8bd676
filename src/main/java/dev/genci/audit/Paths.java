package dev.genci.audit;

import dev.genci.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside of a repository. */
final class Paths {
    private Paths() {}

    /** Whether {@code uses} names an action or a workflow of the repository. */
    static boolean isOfRepository(String address) {
        return address.startsWith("./") || address.startsWith("$/");
    }

    /** A path from the top, without {@code ./} and {@code $/}, {@code a/..} and a slash at its end; empty for the top and for what is outside. */
    static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        String plain = path.startsWith("$/") ? path.substring(2) : path;
        for (String part : plain.replace('\\', '/').split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return "";
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** A path from another folder: what is not in that stays as it is. */
    static String below(String top, String path) {
        return !top.isEmpty() && (path + "/").startsWith(top + "/") ? normal(path.substring(top.length())) : path;
    }

    /** A path in a folder. */
    static String join(String folder, String path) {
        return normal(folder + "/" + path);
    }

    /** Whether a file is a script that a shell reads. */
    static boolean isShell(SourceFile file) {
        String first = file.line(1);
        return first.startsWith("#!") ? first.contains("sh") : file.name().endsWith(".sh");
    }
}
