package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import dev.genci.manifest.StepSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Variables that stand together differ in more than case: GitHub refuses them, and Windows has one of them only. */
final class VariableClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.VARIABLE_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        check(analysis.manifest().workflow().variables(), report);
        analysis.running().forEach(work -> {
            check(work.job().variables(), report);
            check(List.copyOf(work.variablesOfNox().keySet()), report);
            work.steps().stream().map(StepSpec::values).forEach(values -> check(List.copyOf(values.keySet()), report));
        });
    }

    private void check(List<Located<String>> names, Consumer<Diagnostic> report) {
        Map<String, Located<String>> seen = new HashMap<>();
        for (Located<String> name : names) {
            Located<String> first = seen.putIfAbsent(name.value().toUpperCase(Locale.ROOT), name);
            if (first != null) {
                report.accept(Diagnostic.of(
                                id(),
                                name.place(),
                                "the variables \"" + first.value() + "\" and \"" + name.value()
                                        + "\" differ only in case: they are one")
                        .related(first.place(), "the first one is here"));
            }
        }
    }
}
