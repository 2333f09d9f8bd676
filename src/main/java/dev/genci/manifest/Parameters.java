package dev.genci.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters as nox prints them: {@code a=1, python='3.12'}.
 *
 * <p>Names come from nox's {@code Param.__str__}; somebody's own {@code id} of a value is no parameter.
 */
public final class Parameters {
    private final String text;
    private final List<Parameter> found = new ArrayList<>();
    private int at;

    private Parameters(String text) {
        this.text = text;
    }

    /**
     * A parameter.
     *
     * @param value of a text what is in it, of anything else how it is written
     * @param start where the value begins in the text of all of them, after its quote
     * @param plain whether the value is written there unchanged
     */
    public record Parameter(String name, String value, int start, boolean plain) {}

    /** The parameters of a text, in its order. */
    public static List<Parameter> of(String text) {
        Parameters parameters = new Parameters(text);
        while (parameters.at < text.length()) {
            parameters.next();
        }
        return parameters.found;
    }

    private void next() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
            at++;
        }
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        boolean named = !name.isEmpty() && at < text.length() && text.charAt(at) == '=';
        at += named ? 1 : 0;
        Parameter parameter = value(name);
        if (named) {
            found.add(parameter);
        }
    }

    /** Passes over a value, up to a comma that is in no brackets and no quotes. */
    private Parameter value(String name) {
        int start = at;
        int depth = 0;
        while (at < text.length() && (depth > 0 || text.charAt(at) != ',')) {
            char c = text.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == '\'' || c == '"') {
                skipQuoted(c);
            } else {
                at++;
            }
        }
        String raw = text.substring(start, at);
        String inside = PythonRepr.read(raw);
        return inside == null
                ? new Parameter(name, raw, start, true)
                : new Parameter(name, inside, start + 1, raw.equals(raw.charAt(0) + inside + raw.charAt(0)));
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
    }
}
