package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.emit.StepClaim.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a step's template, and the claims that must be true of its text when it is read back. */
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

    /** Sets another anchor than that of the template, for a step that jobs share. */
    Facts named(String word) {
        name = word;
        return this;
    }

    /** The step's own anchor; empty if its template has one. */
    String name() {
        return name;
    }

    /** Facts by name. */
    Map<String, Object> told() {
        return told;
    }

    /** Adds a fact that changes the form of the step. */
    Facts form(String name, Object fact) {
        told.put(name, fact);
        return this;
    }

    /**
     * Adds a text that the value of a key contains unchanged.
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

    /** Claims that the value of a key contains a text, wherever it comes from. */
    Facts mention(String key, String text) {
        mentions.add(new Mention(key, text));
        return this;
    }

    /**
     * Adds the value of a key, as finished YAML from the colon on.
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

    /** Adds whether a key is present, with a value that the template has. */
    Facts flag(String name, String key, boolean there, Value value) {
        fields.put(key, there ? value : null);
        told.put(name, there);
        return this;
    }

    /** Adds all keys, for a step that has no others. */
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
