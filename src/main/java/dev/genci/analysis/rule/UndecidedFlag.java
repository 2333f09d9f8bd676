package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Session;
import java.util.function.Consumer;

/** {@code ci} and {@code parallel-safe} must be said, in the session or once in the defaults: nothing is guessed. */
final class UndecidedFlag implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNDECIDED_FLAG;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Session session : subject.sessions()) {
            if (session.incomplete()) {
                continue;
            }
            if (session.ci() == null) {
                report.accept(undecided(session, "ci", "whether it belongs to CI"));
            }
            if (session.parallelSafe() == null) {
                report.accept(undecided(session, "parallel-safe", "whether it may run beside others"));
            }
        }
    }

    private Diagnostic undecided(Session session, String key, String question) {
        return Diagnostic.of(
                        id(),
                        session.place(),
                        "session \"" + session.name() + "\" does not say " + question + ": \"" + key + "\" is missing")
                .help("say it here, or once for all sessions: defaults: {" + key + ": true}");
    }
}
