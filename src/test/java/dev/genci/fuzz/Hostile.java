package dev.genci.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that something on the way may take for more than text: YAML, an expression, a shell, a terminal. */
public final class Hostile {
    /** A line that is longer than anything should have to be. */
    public static final String LONG = "long ".repeat(4_000) + "end";

    private static final String COMMIT = "d".repeat(40);

    /** What nobody sees: of each kind one, alone or where it would mean something behind another character. */
    private static final List<String> HIDDEN = List.of(
            "a\u200bb",
            "\u202eleft",
            "\u2066a\u2069",
            "\ufeffmark",
            "so\u00adft",
            "\u3164",
            "a\u2800b",
            "a\ufe0fb",
            "a\udb40\udc41\udb40\udc42",
            "\ufff9a\ufffbb");

    /** All of them. */
    public static final List<String> TEXTS = texts();

    private static final Pattern FILTER = Pattern.compile("on\\.\\w+\\.(branches|tags|paths)(-ignore)?(\\.\\[])?");

    /** Patterns of branches and tags. */
    private static final List<String> NAMES = List.of(
            "/a", "a/", "a//b", "a..b", "a~b", "a^", "a:b", "a b", "a[", "a[]", "[b-a]", "+", "?", "a\\", "!", "a.lock",
            "@{u}", ".", "");

    private static final List<String> PATHS =
            List.of("./a", "../a", "a/../b", "/a", " a", "a ", "a[", "[b-a]", "?", "+", "!", ".", "");

    private static final List<String> CRON = List.of(
            "0 24 * * *",
            "60 * * * *",
            "-1 * * * *",
            "* * 0 * *",
            "* * 32 * *",
            "* * * 0 *",
            "* * * 13 *",
            "* * * * 8",
            "* * * *",
            "* * * * * *",
            "0 0 30 2 *",
            "0 0 31 4,6,9,11 *",
            "*/0 * * * *",
            "5-1 * * * *",
            "1- * * * *",
            "1,,2 * * * *",
            "@daily",
            "@reboot",
            "H * * * *",
            "0 0 L * *",
            "0 0 * * MON#1",
            "0 0 15W * *",
            "* * * JANUARY *",
            "a * * * *",
            "0\u00a00 * * *",
            "\uff10 0 * * *",
            "1.5 * * * *",
            "+1 * * * *",
            "");

    private Hostile() {}

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                // Expressions, whole and in part.
                "${{ github.token }}",
                "a ${{ secrets.X }} b",
                "${{",
                "}}",
                "${{ 'a' }} && ${{ 'b' }}",
                // Shells.
                "$(touch pwned)",
                "`touch pwned`",
                "a; touch pwned",
                "a && touch pwned",
                "$HOME",
                "${HOME}",
                "%PATH%",
                "'; touch pwned; '",
                "EOF",
                "\\",
                "a\\",
                // Quotes.
                "'",
                "\"",
                "it's \"quoted\"",
                "''",
                // Line breaks, of YAML and of Unicode, and what moves a cursor.
                "a\nb",
                "a\n\nb: c\n",
                "\n",
                "a\rb",
                "a\r\nb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\tb",
                "\t",
                "\u001b[31mred",
                "a\u0000b",
                "a\u007fb"));
        texts.addAll(List.of(
                // What YAML takes for a comment, a mapping, a list, an anchor, a tag, a block.
                "#",
                "# comment",
                "a #b",
                "a: b",
                "a:",
                ": ",
                "-",
                "- a",
                "-x",
                "--",
                "?",
                "*",
                "*alias",
                "&",
                "&anchor",
                "!",
                "!!int",
                "%",
                "@",
                "|",
                ">",
                "[a",
                "{a: b}",
                ",",
                "---",
                "...",
                "<<",
                "=",
                // What it takes for another type.
                "null",
                "~",
                "yes",
                "on",
                "true",
                "0",
                "1e3",
                "0x1F",
                "1:30",
                "2026-01-01",
                ".inf",
                // Spaces, and characters that are not ASCII.
                "",
                " ",
                "trailing ",
                " leading",
                "trailing\u00a0",
                "größe",
                "\u00e9\u0301",
                "日本語",
                "\ud83d\ude80",
                "a\ufffeb",
                "../../etc/passwd",
                LONG));
        texts.addAll(List.of(
                // What looks like the pin of an action, and like the markers of the table.
                "uses: actions/checkout@" + COMMIT + " # v99.0.0",
                "      - uses: actions/setup-python@" + COMMIT + " # v99.0.0",
                "actions/cache@" + COMMIT + " # v98",
                "a\njobs: {a: {steps: [{uses: actions/checkout@" + COMMIT + " # v99.0.0\n}]}}\n",
                "<!-- gen-ci table: start -->",
                "<!-- gen-ci table: end -->"));
        texts.addAll(HIDDEN);
        return List.copyOf(texts);
    }

    /** Whether a text has a character that nobody sees; which those are is not known from the compiler. */
    static boolean isHidden(String text) {
        return HIDDEN.contains(text);
    }

    /** Texts that no forge takes at a place, or that can mean nothing there: errors. */
    static List<String> never(String path) {
        if (path.endsWith(".cron")) {
            return CRON;
        }
        Matcher filter = FILTER.matcher(path);
        return filter.matches() ? filter.group(1).equals("paths") ? PATHS : NAMES : List.of();
    }
}
