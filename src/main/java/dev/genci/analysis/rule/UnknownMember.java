package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Session;
import java.util.function.Consumer;

/** A word in {@code members} names a session or meta-session, or is {@code tag:} and a tag. */
final class UnknownMember implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_MEMBER;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Session session : subject.sessions()) {
            UnknownNeed.unknown(
                    subject, session.members(), id(), "meta-session \"" + session.name() + "\" has the member", report);
        }
    }
}
