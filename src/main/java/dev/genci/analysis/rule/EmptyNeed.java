package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.References;
import dev.genci.manifest.Session;
import java.util.BitSet;
import java.util.function.Consumer;

/** A tag or meta-session that is needed stands for at least one other session in CI. */
final class EmptyNeed implements Rule {
    @Override
    public RuleId id() {
        return RuleId.EMPTY_NEED;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        References references = subject.references();
        references.running().stream().forEach(number -> {
            Session session = references.session(number);
            for (Located<String> word : session.needs()) {
                if (isSet(subject, word.value())) {
                    BitSet others = references.standsFor(word.value());
                    others.clear(number);
                    if (others.isEmpty()) {
                        report.accept(Diagnostic.of(
                                id(),
                                word.place(),
                                "session \"" + session.name() + "\" needs \"" + word.value()
                                        + "\", but no other session in CI belongs to it"));
                    }
                }
            }
        });
    }

    private static boolean isSet(Subject subject, String word) {
        Session named = subject.manifest().sessions().get(word);
        return word.startsWith(References.TAG)
                ? subject.references().known(word)
                : named != null && named.kind() == Session.Kind.META && !named.incomplete();
    }
}
