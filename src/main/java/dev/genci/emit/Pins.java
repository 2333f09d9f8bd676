package dev.genci.emit;

import java.util.Map;

/**
 * The commits of the actions that a workflow may use.
 *
 * @param pins by {@code owner/name}
 */
public record Pins(Map<String, Pin> pins) {

    /**
     * A commit of an action.
     *
     * @param sha 40 hexadecimal digits
     * @param version the tag that stands in the comment, {@code v7.0.1}
     */
    public record Pin(String sha, String version) {}

    /**
     * The pin of an action.
     *
     * @param uses {@code owner/name}, with or without a path inside the repository
     * @throws IllegalStateException when there is none: the analysis lets no such action pass
     */
    public Pin of(String uses) {
        String[] parts = uses.split("/", -1);
        Pin pin = pins.get(parts[0] + "/" + parts[1]);
        if (pin == null) {
            throw new IllegalStateException("no pin for " + uses);
        }
        return pin;
    }
}
