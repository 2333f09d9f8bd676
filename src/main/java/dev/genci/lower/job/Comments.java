package dev.genci.lower.job;

import dev.genci.manifest.Listing;
import java.util.List;

/** The comment of an entry, a line each. */
final class Comments {
    private Comments() {}

    /** @param named whether it is said whose they are */
    static List<String> of(Listing listing, boolean named) {
        String comment = listing.comment();
        String whose = named ? listing.name().value() + ": " : "";
        return comment == null
                ? List.of()
                : comment.strip().lines().map(line -> whose + line).toList();
    }
}
