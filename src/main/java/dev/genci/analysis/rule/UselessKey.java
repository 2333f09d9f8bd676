package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.InterpreterSource;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.EntryKind;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No key is without effect: meta-sessions and helpers have no keys of running, commands none of nox. */
final class UselessKey implements Rule {
    @Override
    public RuleId id() {
        return RuleId.USELESS_KEY;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Located<String> key : analysis.manifest().nox().useless()) {
            report.accept(Diagnostic.of(
                            id(), key.place(), "\"" + key.value() + "\" has no effect: the project brings its own nox")
                    .help("remove it, or remove \"command\" and \"setup\" here"));
        }
        Place selfCheck = analysis.manifest().selfCheck();
        if (selfCheck != null && analysis.manifest().all().selfChecks().isEmpty()) {
            report.accept(Diagnostic.of(
                            id(),
                            selfCheck,
                            "\"self-check\" has no effect: no workflow with a final job runs for pull requests or pushes")
                    .help("write pull_request in \"on\" of a workflow, or remove it"));
        }
        analysis.entries().forEach(entry -> {
            if (entry instanceof Work work && !work.items().isEmpty()) {
                WrongItems.check(work, report);
                WrongItems.checkReplaced(work, report);
            }
        });
        analysis.entries().stream()
                .filter(Work.class::isInstance)
                .map(Work.class::cast)
                .filter(work -> !work.axes().excluded().isEmpty())
                .forEach(work -> UselessPatterns.check(work, analysis.invocations(work), report));
        analysis.running().forEach(work -> outsideNothing(work, analysis, report));
        UselessFallbacks.check(analysis, report);
        for (Entry entry : analysis.manifest().entries().values()) {
            entry.keys().forEach((key, place) -> {
                if (useless(entry, key)) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    place,
                                    "\"" + key + "\" has no effect: \"" + entry.name() + "\" " + why(entry, key))
                            .help(help(entry, key)));
                }
            });
        }
    }

    /** Where no workflow of a session has a final job, none can leave it out. */
    private void outsideNothing(Work work, Analysis analysis, Consumer<Diagnostic> report) {
        Located<?> outside = work.job().outsideFinal();
        Set<String> withFinal = analysis.manifest().all().finalJobs().keySet();
        if (outside != null && Collections.disjoint(work.listing().membership().ids(), withFinal)) {
            report.accept(Diagnostic.of(
                            id(),
                            outside.place(),
                            "\"final\" has no effect: no workflow of \"" + work.name() + "\" has a final job")
                    .help("remove it"));
        }
    }

    private static boolean useless(Entry entry, String name) {
        SessionKey key = SessionKey.of(name);
        boolean cached = !(entry instanceof Work work) || work.hasVenv();
        return key != null
                && (!key.isTakenBy(entry.kind())
                        || key == SessionKey.CACHE && !cached
                        || key == SessionKey.EXTRA_PYTHONS && entry instanceof Work own && setsUpNone(own)
                        || key == SessionKey.PYTHON_SETUP && entry instanceof Work own && needsNone(own)
                        || key == SessionKey.PYTHON && entry instanceof Work work && hasUnseenPython(work));
    }

    private static boolean setsUpNone(Work work) {
        InterpreterSource source = work.job().interpreters();
        boolean named = !work.axes().pythons().isEmpty() || work.axes().pythonFile() != null;
        return !named || source == InterpreterSource.NONE || source == InterpreterSource.SYSTEM;
    }

    /** Whether it runs a command that names no interpreter in any of its rows. */
    private static boolean needsNone(Work work) {
        return work.kind() == EntryKind.COMMAND
                && work.parts().stream()
                        .allMatch(part ->
                                part.axes().pythons().isEmpty() && part.axes().pythonFile() == null);
    }

    /** Whether nobody sees which interpreter a row asks for: nothing sets it up, nox does not get it, and no text reads it. */
    private static boolean hasUnseenPython(Work work) {
        return work.job().interpreters() == InterpreterSource.NONE
                && !Invocation.givesPython(work)
                && !work.source().readsRow();
    }

    private static @Nullable String help(Entry entry, String key) {
        if (entry instanceof Work) {
            boolean inCall = key.equals(SessionKey.POSARGS.key()) || key.equals(SessionKey.SESSION.key());
            return entry.kind() == EntryKind.CALLS && inCall
                    ? "write it in an item of calls: {nox: NAME, posargs: […]}"
                    : null;
        }
        List<String> taken = Arrays.stream(SessionKey.values())
                .filter(each -> each.isTakenBy(entry.kind()))
                .map(SessionKey::key)
                .toList();
        int last = taken.size() - 1;
        return "only " + String.join(", ", taken.subList(0, last)) + " and " + taken.get(last) + " are allowed";
    }

    private static String why(Entry entry, String key) {
        SessionKey taken = SessionKey.of(key);
        boolean python =
                taken == SessionKey.PYTHON || taken == SessionKey.EXTRA_PYTHONS || taken == SessionKey.PYTHON_SETUP;
        if (taken != null && python && taken.isTakenBy(entry.kind())) {
            return "sets up no interpreter";
        }
        return switch (entry.kind()) {
            case META -> "is a meta-session";
            case HELPER -> "is a helper";
            case CALLS -> "lists its calls";
            case COMMAND -> "runs a command, not nox";
            case NOX, JOB -> "has no environment of its own";
        };
    }
}
