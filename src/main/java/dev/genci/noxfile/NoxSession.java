package dev.genci.noxfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as {@code nox -l --json} prints it.
 *
 * @param session what {@code nox -s} takes: {@code tests-3.12(django='4.2')}
 * @param name of its function: {@code tests}
 * @param description the first line of its documentation; may be empty
 * @param python its interpreter; absent where the noxfile names none, and where it has no environment
 * @param hasVenv false for {@code python=False}
 */
public record NoxSession(
        String session,
        String name,
        String description,
        @Nullable String python,
        boolean hasVenv,
        List<String> tags) {

    /** Copies the tags. */
    public NoxSession {
        tags = List.copyOf(tags);
    }

    /** Whether the noxfile has a list of interpreters, even of one: then they are part of the name. */
    public boolean listsPython() {
        String named = name + "-" + python;
        return python != null
                && session.startsWith(named)
                && (session.length() == named.length() || session.charAt(named.length()) == '(');
    }

    /** Whether an interpreter is named by one version: nox also takes a range such as {@code >=3.11,<3.14}, and paths. */
    public static boolean isVersion(String python) {
        return python.matches("[a-z]*-?\\d[\\w.+-]*");
    }

    /** Its parameters in parentheses, as in its name; empty where it has none. */
    public String parameters() {
        int start = name.length() + (listsPython() ? 1 + String.valueOf(python).length() : 0);
        return session.startsWith(name) ? session.substring(start) : "";
    }

    /**
     * Whether {@code nox -s} with this argument runs it: nox compares with each of its {@code signatures}
     * ({@code make_session} in nox's manifest.py), as Python reads them.
     */
    public boolean answersTo(String selector) {
        if (selector.equals(name) || selector.equals(session)) {
            return true;
        }
        String wanted = asPython(selector);
        if (wanted.equals(asPython(session))) {
            return true;
        }
        String versioned = name + "-" + python;
        return python != null && (wanted.equals(versioned) || wanted.equals(asPython(versioned + parameters())));
    }

    /** Parameters, or a name with some, in one form: without spaces around words, with one kind of quotes. */
    public static String asPython(String text) {
        StringBuilder out = new StringBuilder(text.length());
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isQuote = c == '\'' || c == '"';
            if (isQuote && (quote == 0 || quote == c)) {
                quote = quote == 0 ? c : 0;
                out.append('\'');
            } else if (c == '\\' && quote != 0 && i + 1 < text.length()) {
                out.append(c).append(text.charAt(++i));
            } else if (c != ' ' || quote != 0 || !isAroundSign(text, i)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether a space stands beside a sign, where Python does not need it. */
    private static boolean isAroundSign(String text, int space) {
        char before = space == 0 ? ' ' : text.charAt(space - 1);
        char after = space + 1 == text.length() ? ' ' : text.charAt(space + 1);
        return "(),= ".indexOf(before) >= 0 || "(),= ".indexOf(after) >= 0;
    }
}
