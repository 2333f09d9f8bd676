package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.data.NoxVariables;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.CacheSettings;
import dev.genci.manifest.Located;
import dev.genci.manifest.Work;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@code env} sets neither the variables in which jobs pass rows to steps nor those by which nox selects sessions. */
final class ReservedVariable implements Rule {
    private static final List<String> DOWNLOADS = List.of("UV_CACHE_DIR", "PIP_CACHE_DIR");

    @Override
    public RuleId id() {
        return RuleId.RESERVED_VARIABLE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        boolean downloads = false;
        for (Work work : analysis.work().toList()) {
            CacheSettings cache = work.job().cache();
            boolean kept = cache != null && cache.keepsDownloads();
            check(work.job().variables(), kept, report);
            work.variablesOfNox().forEach(each -> check(List.copyOf(each.keySet()), kept, report));
            downloads |= kept;
        }
        check(analysis.manifest().workflow().variables(), downloads, report);
    }

    /** @param kept whether the workflow itself says where downloads are */
    private void check(List<Located<String>> names, boolean kept, Consumer<Diagnostic> report) {
        for (Located<String> name : names) {
            // Windows and GitHub compare names of variables without case.
            String upper = name.value().toUpperCase(Locale.ROOT);
            String why = NoxVariables.isSet(upper) || kept && DOWNLOADS.contains(upper)
                    ? "is set by the workflow itself"
                    : NoxVariables.SELECTING.contains(upper) ? "selects sessions, which each job does itself" : null;
            if (why != null) {
                report.accept(Diagnostic.of(id(), name.place(), "the variable \"" + name.value() + "\" " + why));
            }
        }
    }
}
