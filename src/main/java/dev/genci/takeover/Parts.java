package dev.genci.takeover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a script does before, between and after its calls of nox, where these are lines of their own and no other line leaves
 * anything for the shell: then each part can be a step.
 *
 * @param texts one more than there are calls; empty where there is nothing
 */
record Parts(List<String> texts) {
    /** What changes the shell itself, or spans lines. */
    private static final Pattern STATE = Pattern.compile(
            "(?:cd|pushd|popd|export|set|shopt|source|\\.|eval|exec|exit|trap|if|then|else|elif|fi|for|while|until|do|done|case|esac"
                    + "|function|declare|local|read|unset|alias|call|[{}()]|[A-Za-z_]\\w*=\\S*|\\$\\w.*)(?:\\s.*)?|.*(?:<<|[\\\\{(]$).*");

    private static final Pattern NOX = Pattern.compile("(?:[\\w./-]+(?:\\[[\\w,]+])? )*nox(?:\\[[\\w,]+])?(?: .*)?");
    private static final Pattern JOINED = Pattern.compile(".*(?:\\||&|;).*");

    /** Those of a script with a number of calls; none where it cannot be divided, or does nothing else. */
    static Parts of(String script, int calls) {
        List<String> texts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean some = false;
        for (String line : script.replace("\\\n", " ").lines().toList()) {
            String command = line.strip();
            if (NOX.matcher(command).matches()) {
                if (JOINED.matcher(command.replaceAll("'[^']*'|\"[^\"]*\"|\\$\\{\\{.*?}}", ""))
                        .matches()) {
                    return none();
                }
                texts.add(part.toString());
                part.setLength(0);
            } else if (STATE.matcher(command).matches() || quotes(command)) {
                return none();
            } else if (!command.isEmpty() && !command.startsWith("#")) {
                part.append(part.isEmpty() ? "" : "\n").append(command);
                some = true;
            }
        }
        texts.add(part.toString());
        return some && texts.size() == calls + 1 ? new Parts(texts) : none();
    }

    private static Parts none() {
        return new Parts(List.of());
    }

    /** Whether a quote is open at the end of a line. */
    private static boolean quotes(String line) {
        String rest = line.replaceAll("'[^']*'|\"[^\"]*\"", "");
        return rest.contains("'") || rest.contains("\"");
    }
}
