package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Download;
import dev.genci.manifest.Located;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import java.util.Locale;
import java.util.function.Consumer;

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
        int runners = Math.max(1, source.axes().runners().size());
        if (analysis.invocations(source).size() * runners < 2) {
            return;
        }
        for (Upload upload : source.job().artifacts().uploads()) {
            for (Located<String> path : upload.paths()) {
                boolean differs = Upload.isPattern(path.value())
                        || path.value().toLowerCase(Locale.ROOT).contains("row.");
                if (download.takes(upload) && !differs) {
                    report.accept(Diagnostic.of(
                                    id(),
                                    path.place(),
                                    "every row of \"" + source.name() + "\" uploads \"" + path.value()
                                            + "\": where they are downloaded, one overwrites the others")
                            .related(download.from().place(), "they are downloaded here")
                            .help("put ${{ row.name }} into the file's name, or download with \"into\""));
                }
            }
        }
    }
}
