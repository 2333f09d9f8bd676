package dev.genci.emit;

import dev.genci.data.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader must find in the text of a step, except what only the template knows.
 *
 * @param sign the template's sign: a text that identifies its kind; empty when all its fields are given
 * @param uses the address of its action; {@code null} when it has none
 * @param fields keys and their values; {@code null} is a key that must not be there
 * @param whole whether it has no other keys
 * @param mentions texts that the value of a key contains
 */
public record StepClaim(
        String sign,
        @Nullable String uses,
        Map<String, @Nullable Value> fields,
        boolean whole,
        List<Mention> mentions) {

    /** What a reader must find in a job that calls a workflow: its address alone. */
    static StepClaim ofUses(String address) {
        return new StepClaim("", address, Map.of(), false, List.of());
    }

    /** A text that the value of a key contains, at any depth. */
    public record Mention(String key, String text) {}
}
