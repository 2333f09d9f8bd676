package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.NoxVariables;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Located;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@code env} sets neither the variables in which jobs pass rows to steps nor those by which nox selects sessions. */
final class ReservedVariable implements Rule {
    @Override
    public RuleId id() {
        return RuleId.RESERVED_VARIABLE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        check(analysis.manifest().workflow().variables(), report);
        analysis.work().forEach(work -> {
            check(work.job().variables(), report);
            work.variablesOfNox().forEach(each -> check(List.copyOf(each.keySet()), report));
        });
    }

    private void check(List<Located<String>> names, Consumer<Diagnostic> report) {
        for (Located<String> name : names) {
            // Windows and GitHub compare names of variables without case.
            String upper = name.value().toUpperCase(Locale.ROOT);
            String why = NoxVariables.isSet(upper)
                    ? "is set by the workflow itself"
                    : NoxVariables.SELECTING.contains(upper) ? "selects sessions, which each job does itself" : null;
            if (why != null) {
                report.accept(Diagnostic.of(id(), name.place(), "the variable \"" + name.value() + "\" " + why));
            }
        }
    }
}
