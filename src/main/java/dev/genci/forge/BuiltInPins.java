package dev.genci.forge;

import dev.genci.data.ActionName;
import dev.genci.data.Pin;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** Actions that only the manifest's own steps use. Forgejo's artifacts speak the protocol of version 3. */
    private static final Map<String, Map<String, BuiltIn>> BY_FORGE = Map.of(
            "github",
                    Map.of(
                            "actions/upload-artifact", builtIn("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0", 4),
                            "actions/download-artifact",
                                    builtIn("3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c", "v8.0.1", 4)),
            "forgejo",
                    Map.of(
                            "actions/upload-artifact", builtIn("ff15f0306b3f739f7b6fd43fb5d26cd321bd4de5", "v3.2.1", 3),
                            "actions/download-artifact",
                                    builtIn("a9bc5e6ef2cb54c177f32aa5726adaa15e7e2d59", "v3.1.0", 3)));

    private BuiltInPins() {}

    private static BuiltIn builtIn(String sha, String version, int oldestMajor) {
        return new BuiltIn(new Pin(sha, version), oldestMajor);
    }

    /** Whether an action has a built-in pin, at every forge. */
    public static boolean knows(String uses) {
        String repository = ActionName.repository(uses);
        return ALL.containsKey(repository) || BY_FORGE.values().stream().allMatch(pins -> pins.containsKey(repository));
    }

    /** Every action that has a built-in pin at a forge, as {@code owner/name}. */
    public static Set<String> repositories(Forge forge) {
        Set<String> all = new TreeSet<>(ALL.keySet());
        all.addAll(own(forge).keySet());
        return all;
    }

    /** The built-in pin of {@code owner/name} at a forge. */
    public static @Nullable Pin pin(String repository, Forge forge) {
        BuiltIn builtIn = builtIn(repository, forge);
        return builtIn == null ? null : builtIn.pin();
    }

    /** The oldest major version whose inputs are known; 0 for an action that only the manifest pins. */
    public static int oldestMajor(String repository, Forge forge) {
        BuiltIn builtIn = builtIn(repository, forge);
        return builtIn == null ? 0 : builtIn.oldestMajor();
    }

    private static @Nullable BuiltIn builtIn(String repository, Forge forge) {
        BuiltIn own = own(forge).get(repository);
        return own == null ? ALL.get(repository) : own;
    }

    private static Map<String, BuiltIn> own(Forge forge) {
        return BY_FORGE.getOrDefault(forge.id(), Map.of());
    }
}
