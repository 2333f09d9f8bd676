package dev.genci.compiler;

import dev.genci.data.ActionVersion;
import dev.genci.data.Pin;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.emit.Pins;
import dev.genci.forge.BuiltInPins;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.source.Place;
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
    private final Map<String, Pin> committed;
    private final List<Diagnostic> diagnostics;

    /** @param diagnostics gets a note on a pin that is newer than what is known */
    PinResolver(Manifest manifest, Map<String, Pin> committed, List<Diagnostic> diagnostics) {
        this.manifest = manifest;
        this.committed = committed;
        this.diagnostics = diagnostics;
    }

    Pins resolve() {
        Set<String> actions = new LinkedHashSet<>(BuiltInPins.repositories());
        actions.addAll(manifest.pins().keySet());
        Map<String, Pin> pins = new HashMap<>();
        for (String action : actions) {
            pins.put(action, resolve(action));
        }
        return new Pins(pins);
    }

    private Pin resolve(String action) {
        Located<Pin> asked = manifest.pins().get(action);
        Pin builtIn = BuiltInPins.pin(action);
        Pin own = committed.get(action);
        if (own != null && isKept(action, own, asked)) {
            if (builtIn != null && ActionVersion.major(own.version()) > ActionVersion.major(builtIn.version())) {
                Place place = asked == null ? Place.start(manifest.file()) : asked.place();
                diagnostics.add(Diagnostic.of(
                        RuleId.NEWER_PIN,
                        place,
                        action + " " + own.version() + " of the committed workflow is kept; gen-ci knows the inputs of "
                                + builtIn.version()));
            }
            return own;
        }
        Pin pin = asked == null ? builtIn : asked.value();
        if (pin == null) {
            throw new IllegalStateException("no pin for " + action);
        }
        return pin;
    }

    private static boolean isKept(String action, Pin own, @Nullable Located<Pin> asked) {
        boolean newEnough = asked == null
                || ActionVersion.compare(own.version(), asked.value().version()) >= 0;
        return newEnough && ActionVersion.major(own.version()) >= BuiltInPins.oldestMajor(action);
    }
}
