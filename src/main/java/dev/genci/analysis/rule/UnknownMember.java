package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import java.util.function.Consumer;

/** An item of {@code members} is the name of a session or meta-session, or {@code tag:} and a tag. */
final class UnknownMember implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_MEMBER;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Entry entry : analysis.entries()) {
            UnknownNeed.unknown(
                    analysis, entry.members(), id(), "meta-session \"" + entry.name() + "\" has the member", report);
        }
    }
}
