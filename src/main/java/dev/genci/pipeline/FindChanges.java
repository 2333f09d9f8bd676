package dev.genci.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether files have changed.
 *
 * @param filters a line for each output that tells it: its name, and git's patterns of the files, separated by spaces. A
 *     leading {@code !} takes away from the patterns before it
 */
public record FindChanges(String filters, boolean bash) implements Step {
    /** The id of the step. */
    public static final String ID = "changes";

    @Override
    public List<@Nullable Object> parts() {
        return List.of(filters, bash);
    }
}
