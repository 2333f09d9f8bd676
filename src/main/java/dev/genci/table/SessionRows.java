package dev.genci.table;

import dev.genci.manifest.Entry;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import java.util.List;
import java.util.stream.Stream;

/** What an entry is in CI, and for nox. */
final class SessionRows {
    private static final String MISSING = "missing";

    private SessionRows() {}

    /** How many rows it has in CI, on all runners that it names; empty where it has none. */
    static String number(Entry entry) {
        if (!(entry instanceof Work work) || !entry.inSomeWorkflow()) {
            return "";
        }
        long rows = work.parts().stream().mapToLong(SessionRows::rows).sum();
        return String.valueOf(rows);
    }

    private static long rows(Work part) {
        return Invocation.of(part).stream()
                .mapToLong(each -> part.axes().runners().isEmpty()
                        ? 1
                        : part.axes().runners().stream()
                                .filter(runner -> part.axes().has(each, runner))
                                .count())
                .sum();
    }

    /** The sessions that nox lists for it; what needs one that nox does not list is missing. */
    static String listed(Entry entry, NoxListing listing) {
        List<String> selectors = selectors(entry).distinct().toList();
        List<String> found = listing.sessions().stream()
                .filter(session -> selectors.stream().anyMatch(session::answersTo))
                .map(NoxSession::session)
                .toList();
        return found.isEmpty() && entry instanceof Work && !selectors.isEmpty() ? MISSING : String.join(", ", found);
    }

    private static Stream<String> selectors(Entry entry) {
        if (entry instanceof Meta) {
            return Stream.of(entry.name());
        }
        return entry instanceof Work work
                ? work.parts().stream()
                        .flatMap(part ->
                                part.call().sessions().stream().flatMap(call -> Invocation.of(part, call).stream()))
                        .map(Invocation::selector)
                : Stream.of();
    }
}
