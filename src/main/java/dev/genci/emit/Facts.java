package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.emit.StepClaim.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step's template is told, and what must be read in its text again. */
final class Facts {
    private final String template;
    private final Map<String, Object> told = new HashMap<>();
    private final Map<String, @Nullable Value> fields = new LinkedHashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private boolean whole;
    private String name = "";

    /** @param template its name, below the folder of steps */
    Facts(String template) {
        this.template = template;
    }

    String template() {
        return template;
    }

    /** Gives a step that all templates of its kind write alike a name of its own, for jobs that share it. */
    Facts named(String word) {
        name = word;
        return this;
    }

    /** The step's own name; empty when its template says what it is called. */
    String name() {
        return name;
    }

    /** Facts by name. */
    Map<String, Object> told() {
        return told;
    }

    /** Tells something that shows in the form of the step: a flag, or what flags stand for. */
    Facts form(String name, Object fact) {
        told.put(name, fact);
        return this;
    }

    /**
     * Tells a text that stands in the value of a key as it is.
     *
     * @param text {@code null} is none
     */
    Facts text(String name, String key, @Nullable String text) {
        if (text != null) {
            told.put(name, text);
            mention(key, text);
        }
        return this;
    }

    /** Asks that a text stands in the value of a key, whoever puts it there. */
    Facts mention(String key, String text) {
        mentions.add(new Mention(key, text));
        return this;
    }

    /**
     * Tells the value of a key, as finished YAML from the colon on.
     *
     * @param name what the template calls it
     * @param value {@code null} when the step does not have the key
     */
    Facts field(String name, String key, @Nullable Value value) {
        fields.put(key, value);
        if (value != null) {
            told.put(name, behind(key, value));
        }
        return this;
    }

    /** Tells whether a key is there, with a value that the template knows. */
    Facts flag(String name, String key, boolean there, Value value) {
        fields.put(key, there ? value : null);
        told.put(name, there);
        return this;
    }

    /** Tells all keys, for a step that has no others. */
    Facts all(List<String> lines, Map<String, Value> values) {
        told.put("first", lines.get(0));
        told.put("others", lines.subList(1, lines.size()));
        fields.putAll(values);
        whole = true;
        return this;
    }

    /** A value of a step's key, from the colon on. */
    static String behind(String key, Value value) {
        return YamlText.OF_STEPS.after(value, 2, key.length() + 1);
    }

    /** What is to be read. */
    StepClaim claim(String sign, @Nullable String uses) {
        return new StepClaim(sign, uses, fields, whole, mentions);
    }
}
