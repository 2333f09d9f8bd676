package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.RowReferences;
import dev.genci.manifest.Download;
import dev.genci.manifest.Located;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows that all upload one path overwrite each other's file where it is downloaded. */
final class OverwrittenFile implements Rule {
    @Override
    public RuleId id() {
        return RuleId.OVERWRITTEN_FILE;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.sessions().forEach(work -> work.job().artifacts().downloads().stream()
                .filter(download -> download.into() == null)
                .forEach(download -> analysis
                        .references()
                        .standsFor(download.from().value())
                        .stream()
                        .mapToObj(analysis.references()::entry)
                        .filter(Work.class::isInstance)
                        .map(Work.class::cast)
                        .forEach(source -> check(analysis, download, source, report))));
    }

    private void check(Analysis analysis, Download download, Work source, Consumer<Diagnostic> report) {
        List<Map<String, String>> rows = source.parts().stream()
                .flatMap(part -> KnownRows.rows(part, analysis.invocations(part)).stream())
                .toList();
        for (Upload upload : source.job().artifacts().uploads()) {
            for (Located<String> path : upload.paths()) {
                String twice = download.takes(upload) ? twice(path.value(), rows) : null;
                if (twice != null) {
                    String who = twice.equals(path.value()) ? "every row" : "more than one row";
                    report.accept(Diagnostic.of(
                                    id(),
                                    path.place(),
                                    who + " of \"" + source.name() + "\" uploads \"" + twice
                                            + "\": where they are downloaded, one overwrites the others")
                            .related(download.from().place(), "they are downloaded here")
                            .help("put ${{ row.name }} into the file's name, or download with \"into\""));
                }
            }
        }
    }

    /** A path that several rows have; {@code null} if there is none, or nobody can tell: another rule tells of unknown fields. */
    private static @Nullable String twice(String path, List<Map<String, String>> rows) {
        if (Upload.isPattern(path) || !RowReferences.isSound(path)) {
            return null;
        }
        List<String> fields = RowReferences.fields(path, false);
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : rows) {
            if (!row.keySet().containsAll(fields)) {
                return null;
            }
            String filled = RowReferences.filled(path, false, row::get);
            if (!seen.add(filled)) {
                return filled;
            }
        }
        return null;
    }
}
