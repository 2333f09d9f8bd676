package dev.genci.analysis.rule;

import dev.genci.manifest.Entry;
import dev.genci.manifest.Manifest;
import dev.genci.manifest.Reference;
import dev.genci.manifest.References;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule looks at. */
public record Subject(Manifest manifest, References references) {

    /** All entries, in the manifest's order. */
    public List<Entry> entries() {
        return references.entries();
    }

    /** Those that run something, in CI or not. */
    public Stream<Work> work() {
        return entries().stream().filter(Work.class::isInstance).map(Work.class::cast);
    }

    /** The entry that a reference names; {@code null} for a tag and for an unknown name. */
    public @Nullable Entry named(Reference reference) {
        return reference instanceof Reference.Name name ? manifest.entries().get(name.name()) : null;
    }

    /** Those that give rows. */
    public Stream<Work> running() {
        return work().filter(Work::inCi);
    }
}
