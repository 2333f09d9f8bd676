package dev.genci.agreement;

import dev.genci.manifest.Reference;
import dev.genci.noxfile.NoxSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tags that an entry has if it says of its sessions what the noxfile does. A tag of the manifest means all rows of an entry,
 * so only what all sessions have is one; words that mean something else in a manifest are none.
 */
public final class ListedTags {
    private ListedTags() {}

    /** Those of the sessions of an entry, in the order of the noxfile. */
    public static Set<String> of(List<NoxSession> sessions) {
        Set<String> tags = new LinkedHashSet<>();
        sessions.stream().limit(1).forEach(each -> tags.addAll(each.tags()));
        sessions.forEach(each -> tags.retainAll(each.tags()));
        tags.removeIf(tag -> new Reference.Tag(tag).isReserved());
        return tags;
    }
}
