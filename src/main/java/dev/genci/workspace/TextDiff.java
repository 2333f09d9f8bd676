package dev.genci.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.genci.source.VisibleText;
import java.util.List;

/** Shows how a file differs from the generated text. */
public final class TextDiff {
    private static final int CONTEXT = 3;

    /** Between the first and the last line that differ: a longer diff is slow to compute and not read. */
    private static final int MOST_LINES = 2_000;

    private TextDiff() {}

    /**
     * A unified diff, with what is invisible as escapes; where too much differs, the first line that does. Line ends do not count.
     *
     * @param path the name of both in the diff
     * @param onDisk the content of the file
     * @param generated the generated content
     */
    public static String of(String path, String onDisk, String generated) {
        List<String> before = lines(onDisk);
        List<String> after = lines(generated);
        int first = 0;
        int shorter = Math.min(before.size(), after.size());
        while (first < shorter && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
            last++;
        }
        if (before.size() + after.size() - 2 * (first + last) > MOST_LINES) {
            return "too different to show: from line " + (first + 1) + " on, " + (before.size() - first - last)
                    + " lines on disk become " + (after.size() - first - last) + "\n";
        }
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                path + " (on disk)", path + " (generated)", before, DiffUtils.diff(before, after), CONTEXT);
        return lines.isEmpty() ? "" : VisibleText.of(String.join("\n", lines)) + "\n";
    }

    /** A text without a final line break gets a line that says so, as in diff. */
    private static List<String> lines(String text) {
        String normal = text.replace("\r\n", "\n");
        if (normal.isEmpty()) {
            return List.of();
        }
        String whole = normal.endsWith("\n")
                ? normal.substring(0, normal.length() - 1)
                : normal + "\n\\ No newline at end of file";
        return List.of(whole.split("\n", -1));
    }
}
