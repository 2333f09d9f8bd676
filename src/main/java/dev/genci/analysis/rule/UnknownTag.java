package dev.genci.analysis.rule;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.diagnostic.Suggestion;
import dev.genci.manifest.Located;
import dev.genci.manifest.References;
import dev.genci.manifest.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A tag that is asked for is one that a session has. */
final class UnknownTag implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_TAG;
    }

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        List<String> candidates = subject.references().tags().keySet().stream()
                .map(tag -> References.TAG + tag)
                .toList();
        for (Session session : subject.sessions()) {
            Stream.concat(session.needs().stream(), session.members().stream())
                    .filter(word -> word.value().startsWith(References.TAG)
                            && !subject.references().known(word.value()))
                    .forEach(word -> report.accept(unknown(word, candidates)));
        }
    }

    private Diagnostic unknown(Located<String> word, List<String> candidates) {
        String tag = word.value().substring(References.TAG.length());
        return Diagnostic.of(id(), word.place(), "no session has the tag \"" + tag + "\"")
                .help(Suggestion.didYouMean(word.value(), candidates));
    }
}
