package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Invocation;
import dev.genci.manifest.NoxCall;
import dev.genci.source.Place;
import java.util.function.Consumer;

/** A session without an environment of its own runs on nox's interpreter, so no other can be forced on it. */
final class NoEnvironment implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NO_ENVIRONMENT;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.work()
                .filter(work -> work.call() instanceof NoxCall call && !call.hasVenv())
                .forEach(session -> {
                    if (Invocation.forcesPython(session) || Invocation.needsNoxPython(session)) {
                        Place place = session.keys().getOrDefault("venv-backend", session.place());
                        String why = Invocation.needsNoxPython(session)
                                ? "nox cannot run on every interpreter that it asks for"
                                : "python-by: force needs one";
                        report.accept(Diagnostic.of(
                                id(),
                                place,
                                "session \"" + session.name() + "\" has no environment of its own, but " + why));
                    }
                });
    }
}
