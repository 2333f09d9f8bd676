package dev.genci.compiler;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.emit.Pins;
import dev.genci.manifest.BuiltInPins;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.source.Place;
import dev.genci.workspace.Version;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which commit of an action a workflow uses: the committed one, so that a bot can raise it, unless the manifest
 * asks for a newer one or its major version is older than the inputs that are written; else the manifest's, else the
 * built-in one.
 */
final class PinResolver {
    private final Manifest manifest;
    private final Map<String, Pins.Pin> committed;
    private final List<Diagnostic> diagnostics;

    /** @param diagnostics gets a note on a pin that is newer than what is known */
    PinResolver(Manifest manifest, Map<String, Pins.Pin> committed, List<Diagnostic> diagnostics) {
        this.manifest = manifest;
        this.committed = committed;
        this.diagnostics = diagnostics;
    }

    Pins resolve() {
        Set<String> actions = new LinkedHashSet<>(BuiltInPins.repositories());
        actions.addAll(manifest.pins().keySet());
        Map<String, Pins.Pin> pins = new HashMap<>();
        for (String action : actions) {
            pins.put(action, resolve(action));
        }
        return new Pins(pins);
    }

    private Pins.Pin resolve(String action) {
        Located<Manifest.Pin> asked = manifest.pins().get(action);
        Manifest.Pin builtIn = BuiltInPins.pin(action);
        Pins.Pin own = committed.get(action);
        if (own != null && isKept(action, own, asked)) {
            if (builtIn != null && Version.major(own.version()) > Version.major(builtIn.version())) {
                Place place = asked == null ? Place.start(manifest.file()) : asked.place();
                diagnostics.add(Diagnostic.of(
                        RuleId.NEWER_PIN,
                        place,
                        action + " " + own.version() + " of the committed workflow is kept; gen-ci knows the inputs of "
                                + builtIn.version()));
            }
            return own;
        }
        Manifest.Pin pin = asked == null ? builtIn : asked.value();
        if (pin == null) {
            throw new IllegalStateException("no pin for " + action);
        }
        return new Pins.Pin(pin.sha(), pin.version());
    }

    private static boolean isKept(String action, Pins.Pin own, @Nullable Located<Manifest.Pin> asked) {
        boolean newEnough =
                asked == null || Version.compare(own.version(), asked.value().version()) >= 0;
        return newEnough && Version.major(own.version()) >= BuiltInPins.oldestMajor(action);
    }
}
