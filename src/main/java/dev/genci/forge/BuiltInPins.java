package dev.genci.forge;

import dev.genci.data.ActionName;
import dev.genci.data.Pin;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pins that hold where neither the manifest nor a committed workflow says otherwise. The commits were compared with
 * the tags in the actions' own repositories.
 */
public final class BuiltInPins {
    /**
     * A pin and the oldest major version whose inputs are those that gen-ci writes.
     *
     * @param oldestMajor from which on a committed pin is kept
     */
    private record BuiltIn(Pin pin, int oldestMajor) {}

    private static final Map<String, BuiltIn> ALL = Map.of(
            "actions/checkout", builtIn("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1", 4),
            "actions/setup-python", builtIn("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0", 5),
            "astral-sh/setup-uv", builtIn("20cfd1bf945f4377ade1205e4dbc17946fc9a30d", "v10.0.1", 9),
            "actions/cache", builtIn("27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5", 4));

    private BuiltInPins() {}

    private static BuiltIn builtIn(String sha, String version, int oldestMajor) {
        return new BuiltIn(new Pin(sha, version), oldestMajor);
    }

    /** Whether an action has a built-in pin. */
    public static boolean knows(String uses) {
        return ALL.containsKey(ActionName.repository(uses));
    }

    /** Every action that has a built-in pin, as {@code owner/name}. */
    public static Set<String> repositories() {
        return ALL.keySet();
    }

    /** The built-in pin of {@code owner/name}. */
    public static @Nullable Pin pin(String repository) {
        BuiltIn builtIn = ALL.get(repository);
        return builtIn == null ? null : builtIn.pin();
    }

    /** The oldest major version whose inputs are known; 0 for an action that only the manifest uses. */
    public static int oldestMajor(String repository) {
        BuiltIn builtIn = ALL.get(repository);
        return builtIn == null ? 0 : builtIn.oldestMajor();
    }
}
