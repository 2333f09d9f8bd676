package dev.genci.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meta-session: it stands for its members, and with {@code ci: true} becomes a status job for them.
 *
 * @param title what its job is called; absent: its name
 * @param runner where its job runs; absent: the target's
 * @param members the place of the list is that of the key {@code members}
 */
public record Meta(
        Listing listing,
        EntrySource source,
        @Nullable Located<String> title,
        @Nullable Runner runner,
        List<Located<Reference>> members)
        implements Entry {
    @Override
    public EntryKind kind() {
        return EntryKind.META;
    }
}
