package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.analysis.References;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Download;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.PathFilter;
import dev.genci.manifest.Work;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A session that joins several others is skipped as a whole where nothing of one of them has changed: what it checks is then not asked. */
final class SkippedJoin implements Rule {
    @Override
    public RuleId id() {
        return RuleId.SKIPPED_JOIN;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        if (!analysis.joins().hasEdges()) {
            return;
        }
        analysis.running().forEach(work -> check(work, analysis.references(), report));
    }

    private void check(Work work, References references, Consumer<Diagnostic> report) {
        Map<Integer, Download> joined = new TreeMap<>();
        for (Download download : work.job().artifacts().downloads()) {
            if (download.join() != null) {
                BitSet from = references.standsFor(download.from().value());
                from.stream().forEach(number -> joined.putIfAbsent(number, download));
            }
        }
        joined.entrySet().stream()
                .filter(each -> joined.size() > 1 && isSkippedAlone(references.entry(each.getKey()), work))
                .limit(1)
                .forEach(each -> report.accept(Diagnostic.of(
                                id(),
                                each.getValue().from().place(),
                                "\"" + work.name() + "\" does not run where \""
                                        + references.entry(each.getKey()).name()
                                        + "\" is skipped as nothing of it has changed")
                        .help("give both the same paths, or let one session join what is of one package")));
    }

    private static boolean isSkippedAlone(Entry joined, Work work) {
        return joined instanceof Work other
                && !filter(other).isEmpty()
                && !filter(other).equals(filter(work));
    }

    /** The patterns by which a session is skipped; none where it never is. */
    private static List<String> filter(Work work) {
        PathFilter paths = work.job().paths();
        return paths == null ? List.of() : Located.values(paths.patterns());
    }
}
