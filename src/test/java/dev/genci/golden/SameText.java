package dev.genci.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Compares texts of many lines: a failure shows the lines that differ, not both texts. */
final class SameText {
    private static final int CONTEXT = 2;

    private SameText() {}

    /** Fails, with the differences as a unified diff, unless the texts are the same to the last character. */
    static void check(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + " differ:\n" + difference(expected, actual));
        }
    }

    /** Texts may differ in a carriage return alone, or in whether the last line is ended. */
    private static String difference(String expected, String actual) {
        List<String> before = lines(expected);
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "expected", "actual", before, DiffUtils.diff(before, lines(actual)), CONTEXT));
    }

    private static List<String> lines(String text) {
        return List.of(text.replace("\r", "\\r").split("\n", -1));
    }
}
