package dev.genci.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Texts that something on the way may take for more than text: YAML, an expression, a shell, a terminal. */
public final class Hostile {
    /** A line that is longer than anything should have to be. */
    public static final String LONG = "long ".repeat(4_000) + "end";

    private static final String COMMIT = "d".repeat(40);

    /** All of them. */
    public static final List<String> TEXTS = texts();

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
                "\u202eleft",
                "\ufeffmark",
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
        return List.copyOf(texts);
    }
}
