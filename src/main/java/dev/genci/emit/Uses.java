package dev.genci.emit;

import dev.genci.data.Pin;
import dev.genci.forge.Forge;

/** Writes the {@code uses} of actions: where the forge finds them, and at which commit. */
record Uses(Pins pins, Forge forge) {
    /** The value of {@code uses}. What is in the repository itself, or an image, has no commit. */
    String value(String action) {
        return isPinned(action) ? forge.address(action) + "@" + pins.of(action).sha() : forge.own(action);
    }

    /** The value as YAML, followed by the version as a comment. */
    String text(String action) {
        String text = YamlText.string(value(action), false);
        if (!isPinned(action)) {
            return text;
        }
        Pin pin = pins.of(action);
        return text + " # " + pin.version();
    }

    private static boolean isPinned(String action) {
        return !action.startsWith("./") && !action.startsWith("$/") && !action.startsWith("docker://");
    }
}
