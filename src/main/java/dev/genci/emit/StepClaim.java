package dev.genci.emit;

import dev.genci.data.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader must find in the text of a step. It says nothing of what only the template knows.
 *
 * @param sign a text by which the template says its kind can be known; empty when all its fields are given
 * @param uses the address of its action; {@code null} when it has none
 * @param fields keys and their values; {@code null} is a key that must not be there
 * @param whole whether it has no other keys
 * @param mentions texts that stand in the value of a key
 */
public record StepClaim(
        String sign,
        @Nullable String uses,
        Map<String, @Nullable Value> fields,
        boolean whole,
        List<Mention> mentions) {

    /** A text that stands in the value of a key, at whatever depth. */
    public record Mention(String key, String text) {}
}
