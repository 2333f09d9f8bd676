package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.manifest.Download;
import dev.genci.manifest.Entry;
import dev.genci.manifest.Located;
import dev.genci.manifest.Upload;
import dev.genci.manifest.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a session downloads somebody uploads: each session in CI that it names, or one of a tag or meta-session. Of a job, an artifact
 * is named: nobody knows what else its steps upload.
 */
final class UnknownArtifact implements Rule {
    @Override
    public RuleId id() {
        return RuleId.UNKNOWN_ARTIFACT;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        analysis.sessions().forEach(work -> {
            for (Download download : work.job().artifacts().downloads()) {
                List<Work> sources = new ArrayList<>();
                analysis.references().standsFor(download.from().value()).stream()
                        .mapToObj(analysis.references()::entry)
                        .filter(source -> source != work && !source.source().incomplete())
                        .forEach(source -> {
                            if (source instanceof Work session) {
                                sources.add(session);
                            } else if (download.name() == null
                                    || !download.from().value().isName(source.name())) {
                                report.accept(ofJob(download, source));
                            }
                        });
                List<Upload> uploads = sources.stream()
                        .flatMap(source -> source.job().artifacts().uploads().stream())
                        .toList();
                if (!sources.isEmpty()) {
                    check(download, uploads, report);
                }
            }
        });
    }

    private Diagnostic ofJob(Download download, Entry job) {
        return Diagnostic.of(
                        id(),
                        download.from().place(),
                        "\"" + job.name() + "\" is a job: gen-ci does not know what it uploads")
                .help("name the artifact: download: {from: " + job.name() + ", name: …}");
    }

    private void check(Download download, List<Upload> uploads, Consumer<Diagnostic> report) {
        String from = download.from().value().word();
        Located<String> name = download.name();
        if (uploads.isEmpty()) {
            report.accept(Diagnostic.of(id(), download.from().place(), "\"" + from + "\" uploads nothing")
                    .help("add to that session: artifacts: {upload: {path: …}}"));
        } else if (name != null && uploads.stream().noneMatch(download::takes)) {
            List<String> known = uploads.stream()
                    .map(Upload::name)
                    .flatMap(Stream::ofNullable)
                    .map(Located::value)
                    .toList();
            report.accept(
                    Diagnostic.of(id(), name.place(), "\"" + from + "\" uploads nothing named \"" + name.value() + "\"")
                            .suggest(name.value(), known));
        }
    }
}
