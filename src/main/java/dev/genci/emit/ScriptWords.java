package dev.genci.emit;

import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The manifest's words in a script. A text that a shell could interpret even in quotes is not in the script: it is passed in
 * a variable of the step, which is not interpreted.
 */
final class ScriptWords {
    private final String variable;
    private final Map<String, Value> env = new LinkedHashMap<>();

    /** @param variable what the variables are called, before their number */
    ScriptWords(String variable) {
        this.variable = variable;
    }

    /** Words, each with a space before it. */
    String of(List<String> texts) {
        StringBuilder words = new StringBuilder();
        texts.forEach(text -> words.append(' ').append(word(text)));
        return words.toString();
    }

    /**
     * Names of sessions, each with a space before it. They are no expressions.
     *
     * @param inName whether the row's interpreter is part of each, before what stands in parentheses
     */
    String sessions(List<String> names, boolean inName) {
        StringBuilder words = new StringBuilder();
        names.forEach(name -> words.append(' ').append(session(name, inName)));
        return words.toString();
    }

    private String session(String name, boolean inName) {
        if (!inName) {
            return word(name);
        }
        // A name that begins with one is no function's with parameters.
        int parenthesis = name.indexOf('(') > 0 ? name.indexOf('(') : -1;
        String before = parenthesis < 0 ? name : name.substring(0, parenthesis);
        String python = "$" + NoxVariables.PYTHON;
        String first =
                Shell.isPlain(before) ? "\"" + before + "-" + python + "\"" : word(before) + "-\"" + python + "\"";
        return parenthesis < 0 ? first : first + word(name.substring(parenthesis));
    }

    private String word(String text) {
        if (Shell.isPlain(text)) {
            return text;
        }
        if (Shell.isPlainInQuotes(text)) {
            return Shell.word(text);
        }
        String name = variable + (env.size() + 1);
        env.put(name, Value.of(text));
        // What the forge decides may be empty: then it is no word at all.
        return text.contains("${{") ? "${" + name + ":+\"$" + name + "\"}" : "\"$" + name + "\"";
    }

    /** The variables that the script reads. */
    Value.Fields env() {
        return new Value.Fields(env);
    }
}
