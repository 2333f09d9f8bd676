package dev.genci.forge;

import dev.genci.data.ActionName;
import dev.genci.data.Pin;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The default pins, if neither the manifest nor a committed workflow has one. The commits were compared with
 * the tags in the actions' own repositories.
 */
public final class BuiltInPins {
    private static final Map<String, BuiltInPin> ALL = Map.of(
            "actions/checkout", BuiltInPin.of("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1", 4),
            "actions/setup-python", BuiltInPin.of("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0", 5),
            "astral-sh/setup-uv", BuiltInPin.of("20cfd1bf945f4377ade1205e4dbc17946fc9a30d", "v10.0.1", 9),
            "actions/cache", BuiltInPin.of("27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5", 4));

    private BuiltInPins() {}

    /** Whether an action has a built-in pin, at every forge. */
    public static boolean knows(String uses) {
        String repository = ActionName.repository(uses);
        return ALL.containsKey(repository)
                || Forges.ALL.stream().allMatch(forge -> forge.pins().containsKey(repository));
    }

    /** Every action that has a built-in pin at a forge, as {@code owner/name}. */
    public static Set<String> repositories(Forge forge) {
        Set<String> all = new TreeSet<>(ALL.keySet());
        all.addAll(forge.pins().keySet());
        return all;
    }

    /** The built-in pin of {@code owner/name} at a forge. */
    public static @Nullable Pin pin(String repository, Forge forge) {
        BuiltInPin builtIn = builtIn(repository, forge);
        return builtIn == null ? null : builtIn.pin();
    }

    /** The oldest major version whose inputs are known; 0 for an action that only the manifest pins. */
    public static int oldestMajor(String repository, Forge forge) {
        BuiltInPin builtIn = builtIn(repository, forge);
        return builtIn == null ? 0 : builtIn.oldestMajor();
    }

    private static @Nullable BuiltInPin builtIn(String repository, Forge forge) {
        BuiltInPin own = forge.pins().get(repository);
        return own == null ? ALL.get(repository) : own;
    }
}
