package dev.genci.audit;

import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a run of nox selects: as nox does it ({@code filter_manifest} of nox 2026.10.20). Without a listing, a session is
 * what names it.
 *
 * @param sessions as nox prints them, or as the workflow names them
 * @param unresolved what only a run knows, as it is written
 * @param missing names that the noxfile lacks
 * @param byDefault whether nothing selects, so that nox takes those that the noxfile runs by default
 * @param open whether only a run knows which of the sessions are selected: those of one interpreter
 * @param noVenv whether nox makes no environment for any of the sessions
 */
record Selection(
        Set<String> sessions,
        Set<String> unresolved,
        Set<String> missing,
        boolean byDefault,
        boolean open,
        boolean noVenv) {

    /** That of a run. */
    static Selection of(NoxRun run, @Nullable NoxListing listing) {
        NoxListing used = run.noxfile().isEmpty() ? listing : null;
        boolean open =
                Stream.concat(run.forced().stream(), run.pythons().stream()).anyMatch(python -> !python.known());
        Selection selection = new Selection(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                run.sessions() == null && run.tags() == null && run.keywords() == null,
                open && used != null,
                run.noVenv());
        if (used == null) {
            selection.named(run);
            return selection;
        }
        selection.listed(run, used);
        return run.noVenv() ? selection : selection.withVenvsOf(used);
    }

    /** The same, with what the listing says of environments. */
    private Selection withVenvsOf(NoxListing listing) {
        boolean none = !byDefault
                && !sessions.isEmpty()
                && unresolved.isEmpty()
                && missing.isEmpty()
                && listing.sessions().stream()
                        .noneMatch(session -> session.hasVenv() && sessions.contains(session.session()));
        return new Selection(sessions, unresolved, missing, byDefault, open, none);
    }

    private void named(NoxRun run) {
        String file = run.noxfile().isEmpty() ? "" : run.noxfile() + "::";
        if (run.tags() != null || run.keywords() != null) {
            Stream<Argument> tags = run.tags() == null ? Stream.of() : run.tags().stream();
            tags.forEach(tag -> name(new Argument("-t " + tag.text(), tag.known()), file));
            Argument keywords = run.keywords();
            if (keywords != null) {
                name(new Argument("-k " + keywords.text(), keywords.known()), file);
            }
        } else if (run.sessions() != null) {
            run.sessions().forEach(session -> name(session, file));
        }
    }

    private void name(Argument word, String file) {
        (word.known() ? sessions : unresolved).add(file + word.text());
    }

    private void listed(NoxRun run, NoxListing listing) {
        List<NoxSession> all = sessions(run, listing);
        Set<String> pythons = known(run.forced().isEmpty() ? run.pythons() : run.forced());
        if (run.tags() == null && run.keywords() == null) {
            all = run.sessions() == null ? List.of() : byName(run.sessions(), all);
        }
        if (run.tags() != null) {
            Set<String> tags = known(run.tags());
            all = all.stream()
                    .filter(session -> session.tags().stream().anyMatch(tags::contains))
                    .toList();
        }
        Argument keywords = run.keywords();
        if (keywords != null && keywords.known()) {
            all = all.stream()
                    .filter(session -> Keywords.match(keywords.text(), session))
                    .toList();
        } else if (keywords != null) {
            unresolved.add("-k " + keywords.text());
            return;
        }
        all.stream()
                .filter(session -> pythons.isEmpty() || session.python() != null && pythons.contains(session.python()))
                .forEach(session -> sessions.add(session.session()));
    }

    private Set<String> known(List<Argument> words) {
        Set<String> known = new LinkedHashSet<>();
        for (Argument word : words) {
            if (word.known()) {
                known.add(word.text());
            } else {
                unresolved.add(word.text());
            }
        }
        return known;
    }

    private List<NoxSession> byName(List<Argument> names, List<NoxSession> all) {
        List<NoxSession> found = new ArrayList<>();
        for (Argument name : names) {
            List<NoxSession> answering = !name.known()
                    ? List.of()
                    : all.stream()
                            .filter(session -> session.answersTo(name.text()))
                            .toList();
            found.addAll(answering);
            if (!name.known()) {
                unresolved.add(name.text());
            } else if (answering.isEmpty()) {
                missing.add(name.text());
            }
        }
        return found;
    }

    /** The sessions of the listing, and those that other interpreters make of them. */
    private static List<NoxSession> sessions(NoxRun run, NoxListing listing) {
        List<Argument> more = Stream.concat(run.extra().stream(), run.forced().stream())
                .filter(Argument::known)
                .toList();
        if (more.isEmpty()) {
            return listing.sessions();
        }
        Map<String, NoxSession> all = new LinkedHashMap<>();
        for (NoxSession session : listing.sessions()) {
            String own = session.python();
            if (own != null) {
                add(all, session, own);
            } else if (run.forced().isEmpty()) {
                all.put(session.session(), session);
            }
            for (Argument python : own == null ? run.forced() : more) {
                add(all, session, python.text());
            }
        }
        return List.copyOf(all.values());
    }

    /** A session for an interpreter, which is then a part of its name. */
    private static void add(Map<String, NoxSession> all, NoxSession session, String python) {
        String name = session.name() + "-" + python + session.parameters();
        all.putIfAbsent(
                name, new NoxSession(name, session.name(), session.description(), python, true, session.tags()));
    }
}
