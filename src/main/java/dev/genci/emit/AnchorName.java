package dev.genci.emit;

import dev.genci.data.ActionName;
import dev.genci.data.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchor of a step of the manifest that jobs share: its name, in lower case, with hyphens. */
final class AnchorName {
    /** So that an alias stays on the line. */
    private static final int LONGEST = 40;

    private AnchorName() {}

    /** @param step its fields */
    static String of(Map<String, Value> step) {
        String name = word(text(step.get("name")));
        String action = ActionName.repository(text(step.get("uses")));
        String word = name.isEmpty() ? word(action.substring(action.lastIndexOf('/') + 1)) : name;
        return word.isEmpty() ? "step" : word;
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }

    /** Letters and digits, and one hyphen for all that is between them. */
    private static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length() && word.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                word.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                word.append((char) (c - 'A' + 'a'));
            } else if (!word.isEmpty() && word.charAt(word.length() - 1) != '-') {
                word.append('-');
            }
        }
        int end = word.length();
        return end > 0 && word.charAt(end - 1) == '-' ? word.substring(0, end - 1) : word.toString();
    }
}
