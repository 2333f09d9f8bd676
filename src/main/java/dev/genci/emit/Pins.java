package dev.genci.emit;

import dev.genci.data.ActionName;
import dev.genci.data.Pin;
import java.util.Map;

/**
 * The commits of the actions that a workflow may use.
 *
 * @param pins by {@code owner/name}
 */
public record Pins(Map<String, Pin> pins) {

    /**
     * The pin of an action.
     *
     * @param uses {@code owner/name}, with or without a path inside the repository
     * @throws IllegalStateException when there is none: the analysis lets no such action pass
     */
    public Pin of(String uses) {
        Pin pin = pins.get(ActionName.repository(uses));
        if (pin == null) {
            throw new IllegalStateException("no pin for " + uses);
        }
        return pin;
    }
}
