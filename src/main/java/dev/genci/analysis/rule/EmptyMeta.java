package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Session;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.function.Consumer;

/** A meta-session has members; one in CI has members in CI, or its status job would have nothing to look at. */
final class EmptyMeta implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EMPTY_META;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (int number = 0; number < subject.sessions().size(); number++) {
            Session session = subject.sessions().get(number);
            if (session.kind() != Session.Kind.META
                    || session.incomplete()
                    || !session.members().stream()
                            .allMatch(word -> subject.references().known(word.value()))) {
                continue;
            }
            BitSet members = (BitSet) subject.references().members(number).clone();
            if (session.inCi()) {
                members.and(subject.references().running());
            }
            if (members.isEmpty()) {
                Place place = session.keys().getOrDefault("members", session.place());
                report.accept(Diagnostic.of(
                        id(),
                        place,
                        "meta-session \"" + session.name() + "\" has no members" + (session.inCi() ? " in CI" : "")));
            }
        }
    }
}
