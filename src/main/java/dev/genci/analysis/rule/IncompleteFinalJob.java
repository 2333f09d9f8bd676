package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Meta;
import dev.genci.source.Place;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A meta-session with the final job's name is the final job, so it is in CI and covers every session in CI. */
final class IncompleteFinalJob implements Rule {
    @Override
    public RuleId id() {
        return RuleId.INCOMPLETE_FINAL_JOB;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        String name = analysis.manifest().workflow().finalJobName();
        Integer number = name == null ? null : analysis.references().number(name);
        if (number == null) {
            return;
        }
        Entry entry = analysis.references().entry(number);
        if (!(entry instanceof Meta meta) || !meta.listing().membership().here()) {
            return;
        }
        if (meta.listing().ci() != null && !meta.inCi()) {
            report.accept(Diagnostic.of(
                            id(), meta.listing().ci().place(), "\"" + name + "\" is the final job, so it must be in CI")
                    .help("write ci: true, or give the final job another name"));
        }
        BitSet missing = analysis.references().running();
        missing.andNot(analysis.references().members(number));
        missing.andNot(analysis.references().outsideFinal());
        if (!missing.isEmpty() && !meta.members().isEmpty()) {
            Place place = meta.keys().getOrDefault("members", meta.place());
            String names = missing.stream()
                    .mapToObj(i -> "\"" + analysis.references().entry(i).name() + "\"")
                    .collect(Collectors.joining(", "));
            report.accept(
                    Diagnostic.of(id(), place, "\"" + name + "\" is the final job, but it does not cover " + names)
                            .help("write members: [\"tag:ci\"] to cover every session in CI"));
        }
    }
}
