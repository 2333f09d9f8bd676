package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import dev.genci.manifest.Session;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A helper is only documented: it cannot be needed, and it is no member. */
final class HelperReferred implements Rule {
    @Override
    public RuleId id() {
        return RuleId.HELPER_REFERRED;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Session session : subject.sessions()) {
            Stream.concat(session.needs().stream(), session.members().stream())
                    .forEach(reference -> check(subject, session, reference, report));
        }
    }

    private void check(Subject subject, Session session, Located<Reference> reference, Consumer<Diagnostic> report) {
        Session named = subject.named(reference.value());
        if (named != null && named.kind() == Session.Kind.HELPER) {
            report.accept(Diagnostic.of(
                            id(),
                            reference.place(),
                            "\"" + named.name() + "\" is a helper: it never runs, so \"" + session.name()
                                    + "\" cannot name it")
                    .related(named.place(), "the helper"));
        }
    }
}
