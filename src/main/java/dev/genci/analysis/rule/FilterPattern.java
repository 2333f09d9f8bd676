package dev.genci.analysis.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of branches, tags or paths. What patterns are says GitHub's "Workflow syntax", "Filter pattern cheat sheet"; what
 * no branch or tag is called says git's check-ref-format.
 *
 * @param text as written; a {@code !} at its beginning takes away what the rest matches
 * @param kind of what it is a pattern
 */
record FilterPattern(String text, Kind kind) {
    private static final String SPECIAL = "*?+[]!\\";
    private static final char DELETE = '\u007f';
    /** Each doubles the patterns of git that stand for one of Actions. */
    private static final int MOST_INSIDE = 3;

    /** Of what something is a pattern. */
    enum Kind {
        BRANCH("branch", "refs/heads/"),
        TAG("tag", "refs/tags/"),
        PATH("path", ""),
        /** Paths of a session, which git compares. */
        CHANGED("path", "");

        private final String title;
        private final String prefix;

        Kind(String title, String prefix) {
            this.title = title;
            this.prefix = prefix;
        }

        private boolean isRef() {
            return this == BRANCH || this == TAG;
        }
    }

    /** What is wrong, with which part of the text, and what to write. */
    record Problem(
            int start, int length, String message, @Nullable String help) {}

    /** Whether it only takes away. */
    boolean isNegative() {
        return text.startsWith("!");
    }

    /** Why it matches nothing, or why a forge refuses it; {@code null} when it is fine. */
    @Nullable Problem problem() {
        int start = isNegative() ? 1 : 0;
        if (start == text.length()) {
            return new Problem(0, start, "the pattern is empty", null);
        }
        Problem syntax = kind == Kind.CHANGED ? ofGit(start) : syntax(start);
        if (syntax != null) {
            return syntax;
        }
        return kind.isRef() ? ref(start) : path(start);
    }

    private @Nullable Problem syntax(int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                if (i + 1 == text.length() || SPECIAL.indexOf(text.charAt(i + 1)) < 0) {
                    return new Problem(i, 1, "a backslash stands only before one of " + SPECIAL, slashes());
                }
                i++;
            } else if (c == '[') {
                int end = text.indexOf(']', i);
                String problem = end < 0 ? "\"[\" is not closed" : characters(text.substring(i + 1, end));
                if (problem != null) {
                    return new Problem(i, end < 0 ? 1 : end + 1 - i, problem, null);
                }
                i = end;
            } else if ((c == '?' || c == '+') && (i == start || "*?+".indexOf(text.charAt(i - 1)) >= 0)) {
                return new Problem(
                        i, 1, "\"" + c + "\" repeats the character before it: there is none to repeat", null);
            }
        }
        return null;
    }

    /** What git would take for something else than Actions, or cannot say. */
    private @Nullable Problem ofGit(int start) {
        int inside = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                if (i + 1 == text.length() || SPECIAL.indexOf(text.charAt(i + 1)) < 0) {
                    return new Problem(i, 1, "a backslash stands only before one of " + SPECIAL, slashes());
                }
                i++;
            } else if (c == '?' || c == '+' || c == '[') {
                return new Problem(
                        i,
                        1,
                        "\"" + c + "\" is not allowed in the paths of a session",
                        "write \\" + c + " if names of files have that character");
            } else if (text.startsWith("**", i)) {
                int end = i;
                while (end < text.length() && text.charAt(end) == '*') {
                    end++;
                }
                boolean begins = i == start || text.charAt(i - 1) == '/';
                boolean ends = end < text.length() && text.charAt(end) == '/';
                if (!begins && !ends && ++inside > MOST_INSIDE) {
                    return new Problem(
                            i, end - i, "\"**\" is allowed at most " + MOST_INSIDE + " times inside of names", null);
                }
                i = end - 1;
            }
        }
        return null;
    }

    private @Nullable String slashes() {
        return kind.isRef() ? null : "write paths with forward slashes";
    }

    /** What is wrong between brackets: letters, digits and ranges of them. */
    private static @Nullable String characters(String inside) {
        if (inside.isEmpty()) {
            return "\"[]\" matches no character";
        }
        int range = inside.indexOf('-', 1);
        while (range > 0 && range + 1 < inside.length()) {
            if (inside.charAt(range - 1) > inside.charAt(range + 1)) {
                return "the range " + inside.substring(range - 1, range + 2) + " ends before it begins";
            }
            range = inside.indexOf('-', range + 2);
        }
        return null;
    }

    private @Nullable Problem ref(int start) {
        if (text.startsWith(kind.prefix, start)) {
            String rest = text.substring(start + kind.prefix.length());
            return new Problem(
                    start,
                    kind.prefix.length(),
                    "the name of a " + kind.title + " does not begin with " + kind.prefix,
                    rest.isEmpty() ? null : "write " + rest);
        }
        for (String never : List.of(" ", "~", "^", ":", "..", "@{", "//", "/.", ".lock/")) {
            int at = text.indexOf(never, start);
            if (at >= 0) {
                return in(at, never.length(), "no " + kind.title + " has \"" + never + "\" in its name");
            }
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == DELETE) {
                return in(i, 1, "no " + kind.title + " has a control character in its name");
            }
        }
        String rest = text.substring(start);
        if (rest.startsWith("/") || rest.startsWith(".")) {
            return in(start, 1, "no name of a " + kind.title + " begins with \"" + rest.charAt(0) + "\"");
        }
        for (String never : List.of("/", ".", ".lock")) {
            if (rest.endsWith(never)) {
                String help = never.equals("/") ? "write " + rest + "**" : null;
                int at = text.length() - never.length();
                return new Problem(
                        at, never.length(), "no name of a " + kind.title + " ends in \"" + never + "\"", help);
            }
        }
        return null;
    }

    private @Nullable Problem path(int start) {
        String rest = text.substring(start);
        if (rest.startsWith("/") || rest.startsWith("./")) {
            int slash = rest.indexOf('/') + 1;
            return new Problem(
                    start,
                    slash,
                    "paths begin at the top of the repository, without \"" + rest.substring(0, slash) + "\"",
                    slash == rest.length() ? null : "write " + rest.substring(slash));
        }
        for (String part : List.of(rest.split("/", -1))) {
            if (part.equals(".") || part.equals("..")) {
                return in(text.indexOf(part, start), part.length(), "no path has the part \"" + part + "\"");
            }
        }
        if (rest.endsWith("/")) {
            return new Problem(text.length() - 1, 1, "only files are compared, never a folder", "write " + rest + "**");
        }
        if (rest.contains("//")) {
            return in(text.indexOf("//", start), 2, "no path has \"//\" in it");
        }
        if (rest.indexOf('\0') >= 0) {
            return in(text.indexOf('\0'), 1, "no path has a NUL character in it");
        }
        if (isSpace(rest.charAt(0)) || isSpace(rest.charAt(rest.length() - 1))) {
            return in(
                    isSpace(rest.charAt(0)) ? start : text.length() - 1,
                    1,
                    "a space at the end is part of the pattern");
        }
        return null;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Problem in(int start, int length, String message) {
        return new Problem(start, length, message, null);
    }
}
