package dev.genci.manifest;

import dev.genci.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts that a session takes before it runs.
 *
 * @param from whose they are
 * @param name that they were uploaded with; absent: all of them
 * @param into the folder for a folder of each; absent: files come back to where they were
 * @param join where it is said that the session runs even if what it takes from failed; absent where it is not
 */
public record Download(
        Located<Reference> from,
        @Nullable Located<String> name,
        @Nullable Located<String> into,
        @Nullable Place join) {

    /** Whether it takes an upload. */
    public boolean takes(Upload upload) {
        return name == null || upload.name() != null && upload.name().value().equals(name.value());
    }
}
