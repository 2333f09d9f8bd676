package dev.genci.audit;

import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that runs sessions, in one row of a job, for who takes the job over.
 *
 * @param place of the command
 * @param step of the job, counted from 0
 * @param direct whether a step of the job has the command itself: no action, no script
 * @param command as it is written
 * @param sessions that nox selects, in its order
 * @param unresolved words that only a run knows
 * @param missing names that the noxfile lacks, and sessions of other noxfiles
 * @param candidates the sessions that may be those that the noxfile runs by default, where nothing else selects
 * @param tags that select the sessions, and nothing else does; none otherwise
 * @param forced whether the command names interpreters that the noxfile need not have
 * @param posargs what the sessions get
 * @param posargsKnown whether these are texts and expressions, without variables of the shell
 * @param options of nox that are neither about selection nor about reuse
 * @param variables that its script sets for it; those that only a run knows are empty here
 * @param noxfile that is not the usual one; empty for the usual one
 * @param top the folder in which the repository is checked out; empty for the usual one
 * @param installOnly whether it runs no command of a session
 */
public record ReadRun(
        Place place,
        int step,
        boolean direct,
        String command,
        List<NoxSession> sessions,
        List<String> unresolved,
        List<String> missing,
        List<NoxSession> candidates,
        List<String> tags,
        boolean forced,
        List<String> posargs,
        boolean posargsKnown,
        List<String> options,
        Map<String, Optional<String>> variables,
        String noxfile,
        String top,
        boolean installOnly) {

    /** Copies the lists. */
    public ReadRun {
        sessions = List.copyOf(sessions);
        unresolved = List.copyOf(unresolved);
        candidates = List.copyOf(candidates);
        missing = List.copyOf(missing);
        tags = List.copyOf(tags);
        posargs = List.copyOf(posargs);
        options = List.copyOf(options);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The same command where what only a run knows is one session. */
    public ReadRun with(NoxSession session) {
        return new ReadRun(
                place,
                step,
                direct,
                command,
                List.of(session),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                forced,
                posargs,
                posargsKnown,
                options,
                variables,
                noxfile,
                top,
                installOnly);
    }

    static ReadRun of(NoxRun run, Selection selection, NoxListing listing) {
        List<NoxSession> sessions = new ArrayList<>();
        List<String> missing = new ArrayList<>(selection.missing());
        for (String name : selection.sessions()) {
            List<NoxSession> named = named(name, run, listing);
            sessions.addAll(named);
            if (named.isEmpty()) {
                missing.add(name);
            }
        }
        return new ReadRun(
                run.place(),
                run.step(),
                run.via().equals("step"),
                run.command(),
                sessions,
                List.copyOf(selection.unresolved()),
                missing,
                selection.byDefault() && run.noxfile().isEmpty() ? candidates(run, listing) : List.of(),
                tags(run),
                !run.forced().isEmpty() || !run.extra().isEmpty(),
                run.posargs().stream().map(Argument::text).toList(),
                run.posargs().stream().allMatch(word -> word.known() || Template.isExpression(word.text())),
                run.options(),
                variables(run),
                run.noxfile(),
                run.top(),
                run.installOnly());
    }

    private static Map<String, Optional<String>> variables(NoxRun run) {
        Map<String, Optional<String>> variables = new LinkedHashMap<>();
        run.assigned()
                .forEach((name, value) ->
                        variables.put(name, value.known() ? Optional.of(value.text()) : Optional.empty()));
        return variables;
    }

    private static List<String> tags(NoxRun run) {
        List<Argument> tags = run.tags();
        boolean alone = run.keywords() == null
                && run.pythons().isEmpty()
                && run.forced().isEmpty()
                && run.extra().isEmpty();
        return tags != null && alone && tags.stream().allMatch(Argument::known)
                ? tags.stream().map(Argument::text).toList()
                : List.of();
    }

    private static List<NoxSession> candidates(NoxRun run, NoxListing listing) {
        return listing.sessions().stream()
                .filter(session -> run.pythons().isEmpty()
                        || session.python() != null
                                && run.pythons().contains(new Argument(String.valueOf(session.python()), true)))
                .toList();
    }

    /** The session of a name, also one that a forced interpreter makes; none for one of another noxfile. */
    private static List<NoxSession> named(String name, NoxRun run, NoxListing listing) {
        for (NoxSession session : listing.sessions()) {
            if (session.session().equals(name) && run.noxfile().isEmpty()) {
                return List.of(session);
            }
        }
        List<Argument> pythons = new ArrayList<>(run.forced());
        pythons.addAll(run.extra());
        for (Argument python : pythons) {
            for (NoxSession session : listing.sessions()) {
                if ((session.name() + "-" + python.text() + session.parameters()).equals(name)) {
                    return List.of(new NoxSession(
                            name, session.name(), session.description(), python.text(), true, session.tags()));
                }
            }
        }
        return List.of();
    }
}
