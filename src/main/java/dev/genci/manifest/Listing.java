package dev.genci.manifest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says for people, and where it stands.
 *
 * @param name its key
 * @param purpose in a line; empty where it is missing, which was reported
 * @param tags each once
 * @param membership the workflows that it belongs to
 * @param file that defines it
 * @param comment for those who read the workflow
 * @param duration in seconds
 * @param ci whether it belongs to CI; absent if the manifest does not say so
 * @param parallelSafe whether it may run in parallel; absent if the manifest does not say so
 */
public record Listing(
        Located<String> name,
        Located<String> purpose,
        List<Located<String>> tags,
        Membership membership,
        @Nullable String file,
        @Nullable String notes,
        @Nullable String comment,
        @Nullable Integer duration,
        @Nullable Located<Boolean> ci,
        @Nullable Located<Boolean> parallelSafe) {
    /** The same with a comment. */
    Listing with(@Nullable Located<String> own) {
        String text = own == null ? null : own.value();
        return Objects.equals(text, comment)
                ? this
                : new Listing(name, purpose, tags, membership, file, notes, text, duration, ci, parallelSafe);
    }
}
