package dev.genci.forge;

import dev.genci.data.Pin;

/**
 * A pin that gen-ci brings.
 *
 * @param oldestMajor the oldest major version whose inputs are those that gen-ci writes: from which on a committed pin is
 *     kept
 */
public record BuiltInPin(Pin pin, int oldestMajor) {
    static BuiltInPin of(String sha, String version, int oldestMajor) {
        return new BuiltInPin(new Pin(sha, version), oldestMajor);
    }
}
