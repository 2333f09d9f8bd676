package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.References;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Helper;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Reference;
import java.util.function.Consumer;

/** What an entry waits for is in every workflow of the entry: no forge lets a job wait for one of another workflow. */
final class OtherWorkflow implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OTHER_WORKFLOW;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        if (analysis.manifest().all().known().size() == 1) {
            return;
        }
        String workflow = analysis.manifest().workflow().id().value();
        analysis.entries().stream().filter(Entry::inCi).forEach(entry -> {
            for (Located<Reference> word : entry.waitsFor()) {
                finalJob(analysis, entry, word, report);
                Entry needed = analysis.named(word.value());
                if (needed != null
                        && needed.inSomeWorkflow()
                        && !needed.inCi()
                        && !(needed instanceof Meta || needed instanceof Helper)) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    word.place(),
                                    entry.noun() + " \"" + entry.name() + "\" is in the workflow \"" + workflow
                                            + "\" but needs \"" + needed.name() + "\", which is not")
                            .related(
                                    needed.place(),
                                    "\"" + needed.name() + "\" is in "
                                            + String.join(
                                                    ", ",
                                                    needed.listing()
                                                            .membership()
                                                            .ids()))
                            .help("a job cannot wait for one of another workflow: add \"" + workflow
                                    + "\" to \"workflow\" of \"" + needed.name() + "\""));
                }
            }
        });
    }

    private void finalJob(Analysis analysis, Entry entry, Located<Reference> word, Consumer<Diagnostic> report) {
        References references = analysis.references();
        if (references.isSomeFinalJob(word.value())
                && !references.isFinalJob(word.value())
                && !references.known(word.value())
                && entry.needs().contains(word)) {
            report.accept(Diagnostic.of(
                            id(),
                            word.place(),
                            entry.noun() + " \"" + entry.name() + "\" is in the workflow \""
                                    + analysis.manifest().workflow().id().value() + "\" but needs \""
                                    + word.value().word() + "\", the final job of another")
                    .help("a job cannot wait for one of another workflow: make an entry for each"));
        }
    }
}
