package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Reference;
import dev.genci.source.Place;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A tag that is referred to belongs to a session. */
final class UnknownTag implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_TAG;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        List<String> candidates = analysis.references().tags().keySet().stream()
                .map(tag -> Reference.TAG + tag)
                .toList();
        for (Entry entry : analysis.entries()) {
            Stream.concat(entry.waitsFor().stream(), entry.members().stream())
                    .filter(reference -> !analysis.references().known(reference.value()))
                    .forEach(reference -> {
                        if (reference.value() instanceof Reference.Tag tag) {
                            report.accept(unknown(tag, reference.place(), candidates));
                        }
                    });
        }
    }

    private Diagnostic unknown(Reference.Tag tag, Place place, List<String> candidates) {
        return Diagnostic.of(id(), place, "no session has the tag \"" + tag.tag() + "\"")
                .suggest(tag.word(), candidates);
    }
}
