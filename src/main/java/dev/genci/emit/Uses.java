package dev.genci.emit;

import dev.genci.data.Pin;
import dev.genci.forge.Forge;

/** Writes the {@code uses} of actions: where the forge finds them, and at which commit. */
record Uses(Pins pins, Forge forge) {
    /** The value of {@code uses}. What is in the repository itself, or an image, has no commit. */
    String value(String action) {
        if (!isPinned(action)) {
            return forge.own(action);
        }
        String here = forge.action(action);
        return forge.address(here) + "@" + pins.of(here).sha();
    }

    /** The value as YAML, followed by the version as a comment. */
    String text(String action) {
        String text = YamlText.string(value(action), false);
        if (!isPinned(action)) {
            return text;
        }
        Pin pin = pins.of(forge.action(action));
        return text + " # " + pin.version();
    }

    private static boolean isPinned(String action) {
        return !action.startsWith("./") && !action.startsWith("$/") && !action.startsWith("docker://");
    }
}
