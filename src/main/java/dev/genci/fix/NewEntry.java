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
    private static final String ASK =
            "New in the noxfile. Should CI run it? Then ci: true. Must it wait for others, or run alone?";

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
        return YamlText.string(key, true) + ": " + PlainValue.flow(sketch.fields(), pad);
    }

    /** What a person must decide, where it is in braces. */
    String question() {
        StringBuilder all = new StringBuilder("# ").append(ASK);
        sketch.questions().values().forEach(question -> all.append(' ').append(question));
        return all.toString();
    }

    /**
     * As lines of a block.
     *
     * @param indent of its key
     * @param style how other entries are written
     */
    List<String> lines(int indent, EntryStyle style) {
        String margin = " ".repeat(indent);
        List<String> lines = new ArrayList<>();
        String flow = margin + flow(style.pad());
        if (style.flow() && flow.length() <= WIDTH) {
            lines.add(margin + question());
            lines.add(flow);
        } else {
            lines.add(margin + "# " + ASK);
            lines.add(margin + YamlText.string(key, false) + ":");
            lines.addAll(sketch.lines(indent + style.step(), style.step()));
        }
        return lines;
    }
}
