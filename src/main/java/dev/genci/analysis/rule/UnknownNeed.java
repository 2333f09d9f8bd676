package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Reference;
import java.util.List;
import java.util.function.Consumer;

/** An item of {@code needs} is the name of a session, or {@code tag:} and a tag. */
final class UnknownNeed implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_NEED;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        for (Entry entry : analysis.entries()) {
            List<Located<Reference>> words = entry.waitsFor().stream()
                    .filter(word -> !isFinalJob(analysis, entry, word))
                    .toList();
            unknown(analysis, words, id(), entry.noun() + " \"" + entry.name() + "\" needs", report);
        }
    }

    /** Whether a word of {@code needs} names the final job of one of the workflows: others report what is wrong with that. */
    private static boolean isFinalJob(Analysis analysis, Entry entry, Located<Reference> word) {
        return analysis.references().isSomeFinalJob(word.value())
                && entry.needs().contains(word);
    }

    /** Reports the names that no entry bears. */
    static void unknown(
            Analysis analysis,
            List<Located<Reference>> references,
            RuleId id,
            String verb,
            Consumer<Diagnostic> report) {
        for (Located<Reference> reference : references) {
            String name = reference.value().word();
            if (reference.value() instanceof Reference.Name
                    && !analysis.references().known(reference.value())) {
                Diagnostic unknown =
                        Diagnostic.of(id, reference.place(), verb + " \"" + name + "\", which is not defined");
                report.accept(
                        analysis.references().tags().containsKey(name)
                                ? unknown.help("write a tag as \"" + Reference.TAG + name + "\"")
                                : unknown.suggest(name, analysis.references().names()));
            }
        }
    }
}
