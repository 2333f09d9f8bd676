package dev.genci.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Patches in git's extended format, byte for byte: unlike {@link TextDiff}, they are for programs. */
public final class Patch {
    private static final int CONTEXT = 3;
    /** Longer texts are replaced as a whole: a diff of them is slow to compute. */
    private static final int MOST_LINES = 4_000;

    private static final String NOTHING = "/dev/null";

    private Patch() {}

    /**
     * Makes a file.
     *
     * @param path relative to where the patch is applied
     */
    public static String created(String path, String content) {
        return head(path) + "new file mode 100644\n" + body(NOTHING, name("b/", path), List.of(), lines(content));
    }

    /** Deletes a file with that content. */
    public static String deleted(String path, String content) {
        return head(path) + "deleted file mode 100644\n" + body(name("a/", path), NOTHING, lines(content), List.of());
    }

    /** Turns one content into another. */
    public static String changed(String path, String before, String after) {
        return head(path) + body(name("a/", path), name("b/", path), lines(before), lines(after));
    }

    private static String head(String path) {
        return "diff --git " + name("a/", path) + " " + name("b/", path) + "\n";
    }

    private static String body(String from, String to, List<String> before, List<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return "";
        }
        boolean whole = before.isEmpty() || after.isEmpty() || before.size() + after.size() > MOST_LINES;
        List<String> lines = whole
                ? whole(from, to, before, after)
                : UnifiedDiffUtils.generateUnifiedDiff(from, to, before, DiffUtils.diff(before, after), CONTEXT);
        return String.join("\n", lines) + "\n";
    }

    private static List<String> whole(String from, String to, List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        lines.add("--- " + from);
        lines.add("+++ " + to);
        lines.add("@@ -" + range(before) + " +" + range(after) + " @@");
        before.forEach(line -> lines.add("-" + line));
        after.forEach(line -> lines.add("+" + line));
        return lines;
    }

    private static String range(List<String> lines) {
        return (lines.isEmpty() ? 0 : 1) + "," + lines.size();
    }

    /** Without their {@code \n}; a last line that has none says so, as in diff. */
    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String whole =
                text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + "\n\\ No newline at end of file";
        List<String> lines = new ArrayList<>(List.of(whole.split("\n", -1)));
        if (!text.endsWith("\n")) {
            String mark = lines.remove(lines.size() - 1);
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "\n" + mark);
        }
        return lines;
    }

    /** In quotes where git would misread it. */
    private static String name(String side, String path) {
        StringBuilder out = new StringBuilder(side);
        boolean plain = true;
        for (char c : path.replace('\\', '/').toCharArray()) {
            if (c == '"') {
                out.append("\\\"");
            } else if (c < ' ' || c == 0x7f) {
                out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else {
                out.append(c);
                continue;
            }
            plain = false;
        }
        return plain ? out.toString() : "\"" + out + "\"";
    }
}
