package dev.genci.compiler;

import dev.genci.data.ActionVersion;
import dev.genci.data.KnownReleases;
import dev.genci.data.Pin;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.emit.Pins;
import dev.genci.forge.BuiltInPins;
import dev.genci.forge.Forge;
import dev.genci.manifest.Located;
import dev.genci.manifest.Manifest;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which commit of an action a workflow uses: the committed one, so that a bot can raise it; else the manifest's,
 * else the built-in one.
 *
 * <p>A committed pin is not kept if the manifest has a newer version, when its major version is older than the
 * inputs that are written, or when its version is known to be another commit, or its commit another version.
 */
final class PinResolver {
    private final Manifest manifest;
    private final Forge forge;
    private final Map<String, Pin> committed;
    private final Deferred<KnownReleases> releases;
    private final boolean strict;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<String> unverified = new ArrayList<>();

    /**
     * @param committed by {@code owner/name}
     * @param strict whether a pin is kept only if its version is known
     */
    PinResolver(
            Manifest manifest,
            Forge forge,
            Map<String, Pin> committed,
            Deferred<KnownReleases> releases,
            boolean strict) {
        this.forge = forge;
        this.manifest = manifest;
        this.committed = committed;
        this.releases = releases;
        this.strict = strict;
    }

    /** A pin for every action that a workflow of this manifest may use. */
    Pins resolve() {
        Set<String> actions = new TreeSet<>(BuiltInPins.repositories(forge));
        actions.addAll(manifest.pins().keySet());
        Map<String, Pin> pins = new HashMap<>();
        for (String action : actions) {
            pins.put(action, resolve(action));
        }
        return new Pins(pins);
    }

    /** The notes of {@link #resolve} on pins that are newer than the known ones. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The pins that {@link #resolve} kept without knowing their commits, as {@code owner/name version}. */
    List<String> unverified() {
        return unverified;
    }

    private Pin resolve(String action) {
        Located<Pin> asked = manifest.pins().get(action);
        Pin builtIn = BuiltInPins.pin(action, forge);
        Pin own = committed.get(action);
        if (own != null && isKept(action, own, asked)) {
            if (builtIn != null && ActionVersion.major(own.version()) > ActionVersion.major(builtIn.version())) {
                Place place = asked == null ? Place.start(manifest.file()) : asked.place();
                diagnostics.add(Diagnostic.of(
                        RuleId.NEWER_PIN,
                        place,
                        action + " " + own.version()
                                + " of the committed workflow is kept; gen-ci only knows the inputs of "
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

    private boolean isKept(String action, Pin own, @Nullable Located<Pin> asked) {
        boolean newEnough = (asked == null
                        || ActionVersion.compare(own.version(), asked.value().version()) >= 0)
                && ActionVersion.major(own.version()) >= BuiltInPins.oldestMajor(action, forge);
        if (!newEnough) {
            return false;
        }
        String commit = commit(action, own.version(), asked);
        if (commit != null) {
            return commit.equals(own.sha());
        }
        if (releases.get().isOther(action, own.sha(), own.version())) {
            return false;
        }
        if (!strict) {
            unverified.add(action + " " + own.version());
        }
        return !strict;
    }

    /** The commit that a version is known to be, by the manifest or else by gen-ci. */
    private @Nullable String commit(String action, String version, @Nullable Located<Pin> asked) {
        boolean isAsked = asked != null
                && ActionVersion.canonical(asked.value().version()).equals(ActionVersion.canonical(version));
        return asked != null && isAsked ? asked.value().sha() : releases.get().commit(action, version);
    }
}
