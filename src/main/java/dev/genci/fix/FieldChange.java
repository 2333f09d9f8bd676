package dev.genci.fix;

import dev.genci.data.Value;
import dev.genci.edit.Edit;
import dev.genci.emit.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a field of an entry.
 *
 * @param edits none where it is right as it is
 * @param done what they do
 * @param set the fields that have another value then
 * @param removed the fields that are gone then
 * @param obstacle why it cannot be put right; empty where it can, or is right
 */
record FieldChange(List<Edit> edits, String done, Map<String, Value> set, List<String> removed, String obstacle) {
    private static final String FORM =
            "it is written in a form that cannot be edited without spoiling a comment or an alias";

    /** It is right. */
    static FieldChange none() {
        return new FieldChange(List.of(), "", Map.of(), List.of(), "");
    }

    /** A person must do it. */
    static FieldChange no(String why) {
        return new FieldChange(List.of(), "", Map.of(), List.of(), why);
    }

    /**
     * It gets another value.
     *
     * @param edits none where it has that; {@code null} where it is not possible
     */
    static FieldChange set(String key, Value value, @Nullable List<Edit> edits) {
        if (edits == null) {
            return no(FORM);
        }
        return edits.isEmpty()
                ? none()
                : new FieldChange(
                        edits, "wrote " + key + ": " + YamlText.flow(value, ""), Map.of(key, value), List.of(), "");
    }

    /** The same. */
    static FieldChange set(String key, Value value, @Nullable Edit edit) {
        return set(key, value, edit == null ? null : List.of(edit));
    }

    /** It goes. */
    static FieldChange remove(String key, @Nullable Edit edit) {
        return edit == null ? no(FORM) : new FieldChange(List.of(edit), "removed " + key, Map.of(), List.of(key), "");
    }

    /** Both. */
    FieldChange and(FieldChange other) {
        if (!obstacle.isEmpty() || !other.obstacle.isEmpty()) {
            return no(obstacle.isEmpty() ? other.obstacle : obstacle);
        }
        List<Edit> all = new ArrayList<>(edits);
        all.addAll(other.edits);
        Map<String, Value> both = new LinkedHashMap<>(set);
        both.putAll(other.set);
        List<String> gone = new ArrayList<>(removed);
        gone.addAll(other.removed);
        String what = done.isEmpty() || other.done.isEmpty() ? done + other.done : done + ", " + other.done;
        return new FieldChange(all, what, both, gone, "");
    }
}
