package dev.genci.analysis.rule;

import dev.genci.manifest.Manifest;
import dev.genci.manifest.Reference;
import dev.genci.manifest.References;
import dev.genci.manifest.Session;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule looks at. */
public record Subject(Manifest manifest, References references) {

    /** All sessions, metas and helpers too, in the manifest's order. */
    public List<Session> sessions() {
        return references.sessions();
    }

    /** The entry that a reference names; {@code null} for a tag and for an unknown name. */
    public @Nullable Session named(Reference reference) {
        return reference instanceof Reference.Name name ? manifest.sessions().get(name.name()) : null;
    }

    /** The sessions that give rows. */
    public Stream<Session> running() {
        return sessions().stream().filter(Session::runs);
    }
}
