package dev.genci.agreement;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.NoxCall;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.Work;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What nox does with the rows of one entry. */
final class EntryComparison {
    private final Work work;
    private final NoxCall call;
    private final boolean forced;
    private final List<NoxSession> named;
    private final Set<String> known;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<NoxSession> selected = new LinkedHashSet<>();
    private final Set<String> reported = new HashSet<>();
    private List<String> candidates = List.of();

    /** @param byName the sessions of the listing */
    EntryComparison(Work work, NoxCall call, NoxListing listing, Map<String, List<NoxSession>> byName) {
        this.work = work;
        this.call = call;
        this.known = byName.keySet();
        this.forced = Invocation.forcesPython(work, call.pythonBy());
        String name = call.session().value();
        // A name with a version or with parameters is no function's.
        this.named = byName.containsKey(name)
                ? byName.getOrDefault(name, List.of())
                : listing.sessions().stream()
                        .filter(session -> session.answersTo(name))
                        .toList();
    }

    /** The call. */
    NoxCall call() {
        return call;
    }

    /** The entry. */
    Work work() {
        return work;
    }

    /** The functions that the entry's session is, as a rule one. */
    Set<String> names() {
        return named.stream().map(NoxSession::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What was found. */
    List<Diagnostic> found() {
        return found;
    }

    /** What its rows run. */
    Set<NoxSession> selected() {
        return selected;
    }

    /** Whether nox takes its rows as they are meant, so that what they leave out is left out. */
    boolean isClear() {
        return !reported.contains(RuleId.PYTHON_FORM.id());
    }

    /** The session of the noxfile that was probably meant; absent where the name is right, or none is near. */
    @Nullable String meant() {
        return candidates.isEmpty() ? null : candidates.get(0);
    }

    /** The sessions of the noxfile that may have been meant, the nearest first; none where the name is right, or none is near. */
    List<String> candidates() {
        return candidates;
    }

    /** @param unlisted the names that no entry has */
    void compare(List<Invocation> invocations, Set<String> unlisted) {
        if (named.isEmpty()) {
            candidates = Suggestion.near(call.session().value(), unlisted);
            String meant = meant();
            Diagnostic unknown = Diagnostic.of(
                    RuleId.UNKNOWN_SESSION,
                    call.session().place(),
                    "the noxfile has no session \"" + call.session().value() + "\"");
            found.add(
                    meant == null
                            ? unknown.suggest(call.session().value(), known)
                            : unknown.help("did you mean \"" + meant + "\"?"));
            return;
        }
        for (Invocation invocation : invocations) {
            List<NoxSession> sessions = named.stream()
                    .filter(session ->
                            forced ? hasParameters(session, invocation) : session.answersTo(invocation.selector()))
                    .toList();
            if (sessions.isEmpty()) {
                nothing(invocation);
            } else {
                selected.addAll(sessions);
                something(invocation, sessions);
            }
        }
    }

    private static boolean hasParameters(NoxSession session, Invocation invocation) {
        String wanted = NoxSession.asPython(invocation.parameters());
        return wanted.isEmpty() || NoxSession.asPython(session.parameters()).equals(wanted);
    }

    /** nox would refuse the row. */
    private void nothing(Invocation invocation) {
        List<NoxSession> same = named.stream()
                .filter(session -> hasParameters(session, invocation))
                .toList();
        if (same.isEmpty()) {
            report(invocation.parameters(), unknownParameters(invocation));
        } else if (call.pythonBy() != PythonBy.NAME || same.stream().allMatch(session -> session.python() == null)) {
            form(invocation, same);
        } else {
            report("-" + version(invocation), differs(invocation, same));
        }
    }

    /** nox would take the row: as it is meant? */
    private void something(Invocation invocation, List<NoxSession> sessions) {
        NoxSession first = sessions.get(0);
        if (!first.hasVenv() && call.hasVenv() && isOnly()) {
            report(
                    RuleId.PYTHON_FORM.id(),
                    Diagnostic.of(
                                    RuleId.PYTHON_FORM,
                                    call.session().place(),
                                    "the noxfile gives \"" + first.name() + "\" no environment (python=False)")
                            .help("write venv-backend: none"));
        } else if (!forced && pythons(sessions).size() > 1) {
            form(invocation, sessions);
        } else if (!forced && invocation.version() != null && !isSame(version(invocation), first.python())) {
            report("-" + version(invocation), differs(invocation, sessions));
        } else if (pythons(sessions).size() <= 1 && sessions.size() > 1 && isOnly()) {
            report(
                    RuleId.SEVERAL_SESSIONS.id(),
                    Diagnostic.of(
                                    RuleId.SEVERAL_SESSIONS,
                                    call.session().place(),
                                    "nox runs " + sessions.size() + " sessions in the row \"" + invocation.name()
                                            + "\", one after another")
                            .help("list their parameters under parametrize to run them in parallel"));
        }
    }

    /** Whether the entry makes this call alone. */
    boolean isOnly() {
        return work.call() == call;
    }

    /** An error of an entry once, though several rows have it. */
    private void report(String key, Diagnostic diagnostic) {
        if (reported.add(key)) {
            found.add(diagnostic);
        }
    }

    private Diagnostic unknownParameters(Invocation invocation) {
        String parameters = invocation.parameters();
        if (named.stream().allMatch(session -> session.parameters().isEmpty())) {
            return Diagnostic.of(
                    RuleId.UNKNOWN_PARAMETERS,
                    parametersPlace(parameters),
                    "the noxfile gives \"" + call.session().value() + "\" no parameters");
        }
        Set<String> known = named.stream()
                .map(session -> inside(session.parameters()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Diagnostic.of(
                        RuleId.UNKNOWN_PARAMETERS,
                        parametersPlace(parameters),
                        "the noxfile has no \"" + call.session().value() + "\" with " + inside(parameters))
                .help("it has " + first(known))
                .suggest(inside(parameters), known);
    }

    private static String inside(String parameters) {
        return parameters.isEmpty() ? "no parameters" : parameters.substring(1, parameters.length() - 1);
    }

    private Place parametersPlace(String parameters) {
        return work.axes().parameters().stream()
                .filter(parameter -> parameter.value().equals(inside(parameters)))
                .map(Located::place)
                .findFirst()
                .orElse(call.session().place());
    }

    /** The noxfile has the interpreter in another form: a list, a text, none. */
    private void form(Invocation invocation, List<NoxSession> sessions) {
        Set<String> pythons = pythons(sessions);
        String session = call.session().value();
        String message;
        String help;
        if (call.pythonBy() == PythonBy.NAME) {
            boolean venv = sessions.get(0).hasVenv();
            message = "nox does not know \"" + invocation.selector() + "\": the noxfile "
                    + (venv ? "names no Python for \"" : "gives no environment to \"") + session + "\"";
            help = venv
                    ? isOnly()
                            ? "write one version, not a list, or add python-by: force"
                            : "write python-by: job in this call"
                    : "write one version, not a list, and venv-backend: none";
        } else {
            message =
                    "the noxfile lists " + (pythons.size() == 1 ? "a Python" : pythons.size() + " Pythons") + " for \""
                            + session + "\", "
                            + (pythons.size() == 1 || !invocation.parameters().isEmpty()
                                    ? "so nox does not know \"" + invocation.selector() + "\""
                                    : "and this row runs them all");
            help = "write a list: python: "
                    + pythons.stream().map(python -> '"' + python + '"').collect(Collectors.joining(", ", "[", "]"));
        }
        report(
                RuleId.PYTHON_FORM.id(),
                Diagnostic.of(RuleId.PYTHON_FORM, place(invocation), message).help(help));
    }

    private Diagnostic differs(Invocation invocation, List<NoxSession> sessions) {
        return Diagnostic.of(
                        RuleId.PYTHON_DIFFERS,
                        place(invocation),
                        "the noxfile does not run \"" + call.session().value() + "\" on Python " + version(invocation))
                .help("it names " + first(pythons(sessions)));
    }

    /** Some words, the first of many. */
    static String first(Collection<String> words) {
        int shown = 8;
        return words.stream().limit(shown).collect(Collectors.joining(", "))
                + (words.size() > shown ? " and " + (words.size() - shown) + " more" : "");
    }

    private static Set<String> pythons(List<NoxSession> sessions) {
        return sessions.stream()
                .map(NoxSession::python)
                .filter(python -> python != null)
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String version(Invocation invocation) {
        Invocation.Version version = invocation.version();
        return version == null ? "" : version.text();
    }

    private static String written(Invocation invocation) {
        Invocation.Version version = invocation.version();
        return version == null ? "" : version.written();
    }

    /** Whether the job's interpreter is the one that nox looks for; {@code 3} is any of them, as are a range and a path. */
    private static boolean isSame(String job, @Nullable String nox) {
        return nox == null || !NoxSession.isVersion(nox) || (plain(job) + ".").startsWith(plain(nox) + ".");
    }

    /** {@code python3.12} is {@code 3.12}, {@code pypy-3.11} is {@code pypy3.11}. */
    private static String plain(String version) {
        String release = version.startsWith("cpython") ? version.substring(7) : version;
        release = release.startsWith("python") ? release.substring(6) : release;
        return release.replace("-", "");
    }

    private Place place(Invocation invocation) {
        return work.axes().pythons().stream()
                .filter(python -> python.value().equals(written(invocation)))
                .map(Located::place)
                .filter(place -> isWritten(place))
                .findFirst()
                .orElse(call.session().place());
    }

    /** A value that nobody wrote has the place of the manifest's first character. */
    private static boolean isWritten(Place place) {
        return place.line() > 1 || place.column() > 1;
    }
}
