package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with how a job runs nox.
 *
 * <p>Owns the rules {@code no-timeout}, {@code sessions-in-series}, {@code ignored-sessions} and {@code empty-selection}; a session that
 * the noxfile lacks is an {@code unknown-session}, too.
 */
record JobFindings(AuditedJob job, @Nullable NoxListing listing, Library library) {
    private static final int SHOWN = 4;

    /** All of them. */
    List<Diagnostic> all() {
        List<Diagnostic> found = new ArrayList<>();
        if (job.runsNox()) {
            timeout(found);
            series(found);
        }
        if (!job.calls()) {
            Set<Place> seen = new HashSet<>();
            for (int i = 0; i < job.runs().size(); i++) {
                selection(job.runs().get(i), job.selections().get(i), seen, found);
            }
        }
        return found;
    }

    private void timeout(List<Diagnostic> found) {
        boolean limited = job.runs().stream().allMatch(run -> {
            List<Step> steps = job.job().steps();
            return steps.get(run.step()).settings().has("timeout-minutes");
        });
        if (job.timeout() == null && !limited) {
            found.add(Diagnostic.of(
                            RuleId.NO_TIMEOUT,
                            job.job().place(),
                            "\"" + job.job().id() + "\" has no timeout: a test that hangs holds the runner for hours")
                    .help("add timeout-minutes, such as three times what the job usually takes"));
        }
    }

    /** The first row that runs several sessions, one after another. */
    private void series(List<Diagnostic> found) {
        for (int row = 0; row < job.rows().rows().size(); row++) {
            Map<String, NoxRun> sessions = new LinkedHashMap<>();
            for (int i = 0; i < job.runs().size(); i++) {
                NoxRun run = job.runs().get(i);
                if (run.row() == row && !run.lists() && !job.selections().get(i).open()) {
                    for (String session : job.selections().get(i).sessions()) {
                        // Nobody knows how many sessions "-t ci" is.
                        if (!session.startsWith("-")) {
                            sessions.putIfAbsent(session, run);
                        }
                    }
                }
            }
            if (sessions.size() > 1) {
                List<NoxRun> runs = List.copyOf(sessions.values());
                Diagnostic series = Diagnostic.of(
                        RuleId.SESSIONS_IN_SERIES,
                        runs.get(1).place(),
                        "\"" + job.job().id() + "\" runs " + sessions.size() + " sessions one after another: "
                                + shown(List.copyOf(sessions.keySet())));
                found.add(series.help("if none needs what another leaves, give each a row of the matrix or a job"));
                return;
            }
        }
    }

    /** A session that the listing lacks; the noxfile may have it all the same. */
    private Diagnostic missing(String name, Place place, NoxListing listed) {
        SourceFile noxfile = library.script("noxfile.py");
        boolean defined = noxfile != null
                && Pattern.compile("(?m)^def " + Pattern.quote(name) + "\\s*\\(")
                        .matcher(noxfile.text())
                        .find();
        return defined
                ? Diagnostic.of(
                                RuleId.UNKNOWN_SESSION,
                                place,
                                "nox does not list the session \"" + name
                                        + "\", but noxfile.py defines a function of that name")
                        .help("nox before 2026.4 leaves out sessions with default=False: list them with a newer one")
                : Diagnostic.of(RuleId.UNKNOWN_SESSION, place, "the noxfile has no session \"" + name + "\"")
                        .suggest(name, listed.byName().keySet());
    }

    /** The first names of a list, and how many more there are. */
    static String shown(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }

    private void selection(NoxRun run, Selection selection, Set<Place> seen, List<Diagnostic> found) {
        boolean other = run.tags() != null || run.keywords() != null;
        List<Argument> named = run.sessions();
        if (other && named != null && !named.isEmpty() && seen.add(run.place())) {
            found.add(Diagnostic.of(
                            RuleId.IGNORED_SESSIONS,
                            run.place(),
                            "nox ignores names of sessions beside " + (run.tags() == null ? "keywords" : "tags"))
                    .help("leave out "
                            + shown(named.stream().map(Argument::text).toList()) + ", or select by name alone"));
        }
        NoxListing listed = listing;
        if (listed == null) {
            return;
        }
        for (String name : selection.missing()) {
            if (seen.add(run.place())) {
                found.add(missing(name, run.place(), listed));
            }
        }
        boolean nothing = selection.sessions().isEmpty()
                && selection.unresolved().isEmpty()
                && selection.missing().isEmpty()
                && !selection.byDefault();
        if (nothing && !run.lists() && seen.add(run.place())) {
            found.add(Diagnostic.of(
                            RuleId.EMPTY_SELECTION,
                            run.place(),
                            "no session of the noxfile is selected by this command")
                    .help("compare its tags, keywords and interpreters with nox -l"));
        }
    }
}
