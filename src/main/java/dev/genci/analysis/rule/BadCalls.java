package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.SessionPart;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CallItem;
import dev.genci.manifest.CallList;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.Located;
import dev.genci.manifest.PythonBy;
import dev.genci.manifest.SessionKey;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A list of calls calls nox, forces no interpreter, has to succeed, and installs nothing only where an earlier call of the same
 * session did.
 */
final class BadCalls implements Rule {
    private record Environment(String session, PythonBy pythonBy) {}

    @Override
    public RuleId id() {
        return RuleId.BAD_CALLS;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.work().forEach(work -> {
            CallList list = work.call().list();
            if (list != null) {
                check(work, list, report);
                checkInstalled(list, report);
                checkPythons(work, report);
            }
        });
    }

    private void check(Work work, CallList list, Consumer<Diagnostic> report) {
        Place calls = work.keys().getOrDefault(SessionKey.CALLS.key(), work.place());
        Located<String> forced = list.forced();
        if (forced != null) {
            report.accept(Diagnostic.of(
                            id(),
                            forced.place(),
                            "\"" + work.name() + "\" has calls, which cannot force an interpreter")
                    .help("write python-by: name or job, or a session of its own for each call"));
        }
        if (work.job().allowFailure()) {
            Place place = work.keys().getOrDefault(SessionKey.ALLOW_FAILURE.key(), calls);
            report.accept(Diagnostic.of(id(), place, "\"" + work.name() + "\" has calls, which have to succeed")
                    .help("write allow-failure: false, and a session of its own for the call that may fail"));
        }
        // A list without items has its error already.
        if (list.ofNox().isEmpty() && !list.items().isEmpty() && !work.source().incomplete()) {
            report.accept(Diagnostic.of(id(), calls, "none of the calls of \"" + work.name() + "\" calls nox")
                    .help("write run in place of calls, and other steps in before and after"));
        }
    }

    private void checkInstalled(CallList list, Consumer<Diagnostic> report) {
        Set<Environment> made = new HashSet<>();
        for (CallItem.Nox call : list.ofNox()) {
            Located<Boolean> noInstall = call.part() == SessionPart.RUN ? call.ofPart() : null;
            for (String word : call.words()) {
                String session = call.byTag() ? "-t " + word : word;
                Environment environment = new Environment(session, call.pythonBy());
                if (noInstall != null && !made.contains(environment)) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    noInstall.place(),
                                    "no earlier call has made the environment of \"" + session + "\"")
                            .help(
                                    call.byTag()
                                            ? "write the same tag without no-install first"
                                            : "call the session without no-install first, with the same python-by"));
                }
                made.add(environment);
            }
        }
    }

    /** A step gets the interpreter without the prefix that its name in nox may have. */
    private void checkPythons(Work work, Consumer<Diagnostic> report) {
        if (work.call().waysOfPython().noneMatch(PythonBy.NAME::equals)) {
            return;
        }
        for (Located<String> python : work.axes().pythons()) {
            String plain = Invocation.release(Invocation.nameForNox(python.value()));
            boolean same = plain.equals(Invocation.release(python.value()))
                    && plain.equals(Invocation.nameForNox(python.value()));
            if (!same) {
                report.accept(Diagnostic.of(
                                id(), python.place(), "calls cannot name a session after \"" + python.value() + "\"")
                        .help("write \"" + plain + "\""));
            }
        }
    }
}
