package dev.genci.fix;

import dev.genci.data.Value;
import dev.genci.emit.YamlText;
import dev.genci.init.Draft;
import dev.genci.init.Sketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry to be added.
 *
 * @param key its name
 * @param sketch what it says
 */
record NewEntry(String key, Sketch sketch) {
    private static final int WIDTH = 120;

    /**
     * One that CI does not run, as it did not before: whether it should is for a person to say.
     *
     * @param surroundings what it needs besides
     */
    static NewEntry of(Draft draft, Map<String, Value> surroundings) {
        Sketch sketch = Sketch.of(draft);
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String first : List.of("purpose", "session")) {
            Value value = sketch.fields().get(first);
            if (value != null) {
                fields.put(first, value);
            }
        }
        fields.put("ci", Value.of(false));
        fields.putAll(surroundings);
        fields.putAll(sketch.fields());
        return new NewEntry(draft.key(), new Sketch(fields, sketch.questions()));
    }

    /** On one line in braces. */
    String flow(String pad) {
        return YamlText.string(key, true) + ": " + YamlText.flow(new Value.Fields(sketch.fields()), pad);
    }

    /** What nobody but a person knows of it, as a comment after it; empty where there is no such thing. */
    String question() {
        return sketch.questions().isEmpty()
                ? ""
                : " # " + String.join(" ", sketch.questions().values());
    }

    /**
     * As lines of a block.
     *
     * @param indent of its key
     * @param style how other entries are written
     */
    List<String> lines(int indent, EntryStyle style) {
        String margin = " ".repeat(indent);
        String flow = margin + flow(style.pad());
        if (style.flow() && flow.length() <= WIDTH) {
            return List.of(flow + question());
        }
        List<String> lines = new ArrayList<>();
        lines.add(margin + YamlText.string(key, false) + ":");
        lines.addAll(sketch.lines(indent + style.step(), style.step()));
        return lines;
    }

    /** The comment above some: what a person must decide of them. */
    static String ask(List<NewEntry> entries) {
        String last = entries.get(entries.size() - 1).key();
        return YamlText.comment(
                "# New in the noxfile" + (entries.size() == 1 ? ". " : ", down to " + last + ". ") + asked(entries));
    }

    /** The same where they are in the midst of a line below. */
    static String askInLine(List<NewEntry> entries) {
        String first = entries.get(0).key();
        String last = entries.get(entries.size() - 1).key();
        String who = entries.size() == 1 ? first + " is" : first + " to " + last + " are";
        StringBuilder all = new StringBuilder("# " + who + " new in the noxfile. " + asked(entries));
        entries.stream().filter(entry -> !entry.sketch.questions().isEmpty()).forEach(entry -> all.append(' ')
                .append(entry.key)
                .append(':')
                .append(entry.question().substring(2)));
        return YamlText.comment(all.toString());
    }

    private static String asked(List<NewEntry> entries) {
        return entries.size() == 1
                ? "Should CI run it? Then ci: true. Must it wait for others, or run alone?"
                : "Should CI run them? Then ci: true. Must they wait for others, or run alone?";
    }
}
